"""The store says in headers that an operation will go; a program is told so once."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Mapping
from datetime import datetime, timezone


class StoreDeprecationWarning(FutureWarning):
    """The store will take away an operation that this program calls: a newer version of the SDK does without it.

    Not a `DeprecationWarning`, which Python shows nobody unless the program's own file caused it.

    ```python
    warnings.simplefilter("error", StoreDeprecationWarning)  # such as in a build
    ```
    """


_lock = threading.Lock()
_warned = False


def warn_once(method: str, path: str, headers: Mapping[str, str]) -> None:
    """Warns of `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), once in a process."""
    global _warned
    deprecation, sunset = headers.get("deprecation"), headers.get("sunset")
    if deprecation is None and sunset is None:
        return
    with _lock:
        if _warned:
            return
        _warned = True
    until = f" It goes on {sunset}." if sunset else ""
    since = _date(deprecation)
    warnings.warn(
        f"The store calls {method} {path} deprecated{since}.{until} Update jiga-store.",
        StoreDeprecationWarning,
        stacklevel=2,
    )


def _date(deprecation: str | None) -> str:
    if deprecation and deprecation.startswith("@") and deprecation[1:].isdigit():
        return f" since {datetime.fromtimestamp(int(deprecation[1:]), timezone.utc):%Y-%m-%d}"
    return ""
