"""HTTP/1.1 (RFC 9112), as much of it as a relay needs."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass


@dataclass
class Head:
    first: str
    headers: list[tuple[str, str]]

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    def bytes(self) -> bytes:
        lines = [self.first, *(f"{name}: {value}" for name, value in self.headers)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def without(self, *names: str) -> list[tuple[str, str]]:
        return [(key, value) for key, value in self.headers if key.lower() not in names]


async def read_head(reader: asyncio.StreamReader) -> Head:
    raw = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = raw[:-4].split("\r\n")
    return Head(first, [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)])


async def read_body(reader: asyncio.StreamReader, head: Head, *, until_close: bool) -> bytes:
    if "chunked" in (head.get("transfer-encoding") or "").lower():
        body = b""
        while size := int((await reader.readline()).split(b";")[0], 16):
            body += await reader.readexactly(size)
            await reader.readline()
        while (await reader.readline()).strip():
            pass
        return body
    if (length := head.get("content-length")) is not None:
        return await reader.readexactly(int(length))
    return await reader.read() if until_close else b""


def answer(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [(name, str(value)) for name, value in headers.items()]
    return Head(f"HTTP/1.1 {status} Fault", [*lines, ("Content-Length", str(len(body)))]).bytes() + body


def problem(status: int, code: str, detail: str) -> bytes:
    body = {"type": "about:blank", "title": detail, "status": status, "detail": detail, "code": code, "error": detail}
    return answer(status, {"Content-Type": "application/problem+json"}, json.dumps(body).encode())
