"""A store that answers what a test says, for faults that a real one does not make: httpx's own mock transport."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import httpx

from jiga_store import JigaStore

WALLET = {"balance": 1, "available": 1, "held": 0, "earnings": 0, "pending": 0, "currency": "DOF"}
KEY = {
    "id": "k-1",
    "name": "new",
    "kind": "secret",
    "mode": "test",
    "prefix": "jiga_test_",
    "lastFour": "abcd",
    "scopes": [],
    "allowedOrigins": [],
    "allowedAddresses": [],
    "createdAt": "2026-06-01T12:00:00Z",
}
Answer = httpx.Response | Exception


class FakeStore:
    """Hands out answers one after the other, the last one for ever, and keeps what was asked."""

    def __init__(self, *answers: Answer | Callable[[httpx.Request], Answer]) -> None:
        self.asked: list[httpx.Request] = []
        self._answers = list(answers)
        self._lock = threading.Lock()

    def client(self, **options: Any) -> JigaStore:
        given = {"api_key": "jiga_test_secret", "base_url": "http://store.test", **options}
        return JigaStore(http_client=httpx.Client(transport=httpx.MockTransport(self._answer)), **given)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self.asked.append(request)
            answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        made = answer(request) if callable(answer) else answer
        if isinstance(made, Exception):
            raise made
        return httpx.Response(made.status_code, headers=made.headers, content=made.content)


def ok(body: Any = None, **headers: str) -> httpx.Response:
    return httpx.Response(200, json=body if body is not None else {}, headers=headers)


def problem(
    status: int, code: str = "SOMETHING", headers: dict[str, str] | None = None, **members: Any
) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "detail": f"{code}.", **members}, headers=headers or {})


def lost() -> httpx.ReadError:
    return httpx.ReadError("the connection broke")


def refused() -> httpx.ConnectError:
    return httpx.ConnectError("nobody is there")
