"""The fault proxy of sdk/conformance, started for a test."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx
from typing_extensions import Self

CONFORMANCE = Path(__file__).resolve().parents[3] / "conformance"


class FaultProxy:
    """Runs as long as the block does."""

    def __init__(self, store: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(CONFORMANCE / "proxy.py"), "--store", store],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        where = json.loads(self._process.stdout.readline())
        self.url: str = where["url"]
        self._control = httpx.Client(base_url=where["control"], timeout=10)

    def fault(self, rule: dict[str, Any]) -> None:
        self._tell("/faults", rule)

    def now(self, what: Any) -> None:
        self._tell("/now", what)

    def failures(self, check: dict[str, Any]) -> list[str]:
        return list(self._tell("/check", check)["failures"])

    def calls(self) -> list[dict[str, Any]]:
        """Every call that came by."""
        return list(self._control.get("/record").json()["calls"])

    def _tell(self, path: str, what: Any) -> Any:
        answer = self._control.post(path, json=what)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._control.close()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()
