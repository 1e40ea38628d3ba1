"""What is asked of the store: one call with everything that holds for all of its tries."""

from __future__ import annotations

import json
import platform
import re
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jiga_store._version import __version__
from jiga_store.errors import UnfitTextError

USER_AGENT = (
    f"jiga-store-python/{__version__} ({platform.python_implementation()} {platform.python_version()}; {sys.platform})"
)
API = "/api/v1"


@dataclass(frozen=True)
class Call:
    """One call of the API."""

    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    idempotency_key: str | None = None
    repeatable: bool = False
    timeout: float | None = None
    """Seconds for one try, where it is not the client's."""
    max_retries: int | None = None
    as_nobody: bool = False
    """Without credentials, such as a refresh."""

    @property
    def may_be_repeated(self) -> bool:
        """Whether doing it twice is as doing it once: by its method, by its key, or because it was said of it."""
        if "If-Match" in self.headers:
            # A second try would be refused because of what the first one did.
            return False
        return self.repeatable or self.idempotency_key is not None or self.method in ("GET", "PUT", "DELETE")

    def all_headers(self) -> dict[str, str]:
        """All headers but those that say who is asking."""
        own = {"User-Agent": USER_AGENT, "Accept": "application/json", **self.headers}
        if self.idempotency_key is not None:
            own["Idempotency-Key"] = self.idempotency_key
        return own


def get(path: str, **query: Any) -> Call:
    """A reading call; arguments that are None are left out."""
    return Call("GET", path, query=in_camel_case(query))


def money(
    path: str, body: Mapping[str, Any], *, idempotency_key: str | None, query: Mapping[str, Any] | None = None
) -> Call:
    """A POST that creates or moves something: one key for all of its tries, so that it is done once."""
    key = idempotency_key if idempotency_key is not None else str(uuid.uuid4())
    if not 1 <= len(key) <= 255 or not key.isascii() or not key.isprintable() or not key.strip():
        raise ValueError("An idempotency_key has 1 to 255 visible ASCII characters.")
    return Call("POST", path, query=in_camel_case(query or {}), body=in_camel_case(body), idempotency_key=key)


def path(template: str, **parts: str) -> str:
    """The template under /api/v1 with each part encoded, so that no id can reach another resource."""
    for name, part in parts.items():
        if not isinstance(part, str):
            raise TypeError(f"{name} is a str, not {type(part).__name__}: {part!r}.")
        if not part or part in (".", ".."):
            raise ValueError(f"{name} is empty, or is no id.")
        fit(part)
    return API + template.format(**{name: quote(part, safe="") for name, part in parts.items()})


def encoded(value: Any) -> bytes:
    """JSON as it is sent. What has no such form is refused here, where it is given, and not somewhere on its way."""
    try:
        return fit(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    except UnfitTextError:
        raise
    except ValueError as e:
        raise UnfitTextError(f"This cannot be written as JSON: {e}.") from None


def fit(text: str) -> bytes:
    """The text in UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError as e:
        half = f"U+{ord(text[e.start]):04X}"
        raise UnfitTextError(
            f"The text has half of a surrogate pair in it ({half}), as of an emoji that was cut in two. "
            "Cut texts between characters, or mend it: text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')."
        ) from None


def in_camel_case(values: Mapping[str, Any]) -> dict[str, Any]:
    """Names as the API writes them, without what is None. Only the first level: free JSON below it is not touched."""
    return {camel(name): value for name, value in values.items() if value is not None}


def camel(name: str) -> str:
    """`dof_allocation` -> `dofAllocation`; what is in camel case already stays."""
    return re.sub(r"_+([a-z0-9])", lambda match: match.group(1).upper(), name)


def deep_camel(value: Any) -> Any:
    """Names at every level, for shapes that are the API's throughout."""
    if isinstance(value, Mapping):
        return {camel(name): deep_camel(member) for name, member in value.items() if member is not None}
    if isinstance(value, (list, tuple)):
        return [deep_camel(item) for item in value]
    return value


def query_pairs(query: Mapping[str, Any]) -> list[tuple[str, str]]:
    """As it stands in an address: lists repeat their name, truth is written as JSON writes it."""
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        items = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
        for item in items:
            text = str(item).lower() if isinstance(item, bool) else str(item)
            fit(text)
            pairs.append((name, text))
    return pairs
