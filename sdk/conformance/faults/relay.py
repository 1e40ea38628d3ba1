"""The proxy: forwards calls and lines to the store, and breaks what it is told to."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlsplit

from faults.http import Head, answer, problem, read_body, read_head
from faults.line import Line
from faults.pipe import Pipe
from faults.record import Record
from faults.rules import Rules, Unreadable, merged

# A line or a connection is one hop (RFC 9110, 7.6.1): these say nothing about the other hop.
HOP_BY_HOP = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "upgrade"}


class Proxy:
    def __init__(self, store: str) -> None:
        self.store = urlsplit(store)
        self.rules = Rules()
        self.record = Record()
        self.lines: set[Line] = set()
        self.clients: set[asyncio.StreamWriter] = set()
        self.server: asyncio.Server | None = None
        self.port = 0
        self.reopening: asyncio.Task[None] | None = None

    async def open(self, port: int) -> None:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", port, limit=1 << 22, reuse_address=True)
        self.port = self.server.sockets[0].getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # -- calls

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.clients.add(writer)
        client = Pipe(reader, writer)
        try:
            while await self._call(client):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass
        finally:
            self.clients.discard(writer)
            client.cut()

    async def _call(self, client: Pipe) -> bool:
        """Serves one call; whether another may follow on the same connection."""
        head = await read_head(client.reader)
        method, target, _ = head.first.split(" ", 2)
        body = await read_body(client.reader, head, until_close=False)
        path, _, query = target.partition("?")
        if "websocket" in (head.get("upgrade") or "").lower():
            await self._line(client, head, path, query)
            return False
        self._saw_call(method, path, query, head)
        fault = self.rules.for_call(method, path)
        if fault.get("refuse"):
            return False
        if "answer" in fault:
            await client.send(self._made_up(fault["answer"]))
            return True
        if self._is_expired(head) and not path.endswith("/auth/refresh"):
            await client.send(problem(401, "INVALID_TOKEN", "The access token has expired."))
            return True
        reply, reply_body = await self._ask_store(head, body)
        if fault.get("loseAnswer"):
            return False
        if "delay" in fault:
            await asyncio.sleep(float(fault["delay"]))
        await client.send(self._passed_on(reply, reply_body, fault))
        return True

    async def _ask_store(self, head: Head, body: bytes) -> tuple[Head, bytes]:
        store = await self._connect()
        try:
            headers = [
                (name, value)
                for name, value in head.headers
                if name.lower() not in HOP_BY_HOP | {"host", "accept-encoding", "transfer-encoding", "content-length"}
            ]
            headers += [("Host", self.store.netloc), ("Connection", "close"), ("Content-Length", str(len(body)))]
            await store.send(Head(head.first, headers).bytes() + body)
            reply = await read_head(store.reader)
            while " 100 " in reply.first[:13]:
                reply = await read_head(store.reader)
            bodiless = head.first.startswith("HEAD ") or reply.first.split(" ")[1] in ("204", "304")
            return reply, b"" if bodiless else await read_body(store.reader, reply, until_close=True)
        finally:
            store.cut()

    async def _connect(self) -> Pipe:
        reader, writer = await asyncio.open_connection(self.store.hostname, self.store.port or 80, limit=1 << 22)
        return Pipe(reader, writer)

    def _passed_on(self, reply: Head, body: bytes, fault: dict[str, Any]) -> bytes:
        if "json" in (reply.get("content-type") or ""):
            body = self._with_own_addresses(body)
            if "merge" in fault:
                body = json.dumps(merged(json.loads(body), fault["merge"])).encode()
        headers = reply.without(*HOP_BY_HOP, "content-length", "transfer-encoding")
        headers += [(name, str(value)) for name, value in fault.get("headers", {}).items()]
        if reply.first.split(" ")[1] not in ("204", "304"):
            headers.append(("Content-Length", str(len(body))))
        return Head(reply.first, headers).bytes() + body

    def _with_own_addresses(self, body: bytes) -> bytes:
        own = f"127.0.0.1:{self.port}".encode()
        for scheme in (b"http://", b"ws://"):
            body = body.replace(scheme + self.store.netloc.encode(), scheme + own)
        return body

    @staticmethod
    def _made_up(spec: dict[str, Any]) -> bytes:
        body = spec.get("body")
        raw = b"" if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/problem+json"} if body is not None else {}
        return answer(int(spec["status"]), {**headers, **spec.get("headers", {})}, raw)

    def _saw_call(self, method: str, path: str, query: str, head: Head) -> None:
        headers = {name.lower(): value for name, value in head.headers}
        self._saw_token(headers)
        self.record.calls.append(
            {"method": method, "path": path, "query": query, "headers": headers, "at": time.monotonic()}
        )

    def _saw_token(self, headers: dict[str, str]) -> None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token:
            self.record.tokens.add(token)

    def _is_expired(self, head: Head) -> bool:
        return (head.get("authorization") or "").partition(" ")[2] in self.record.expired

    # -- lines

    async def _line(self, client: Pipe, head: Head, path: str, query: str) -> None:
        self._saw_call("WS", path, query, head)
        fault = self.rules.for_call("WS", path)
        if fault.get("refuse"):
            return
        if "answer" in fault:
            await client.send(self._made_up(fault["answer"]))
            return
        if self._is_expired(head):
            await client.send(problem(401, "INVALID_TOKEN", "The access token has expired."))
            return
        store = await self._connect()
        try:
            # Without extensions, because a compressed message could not be read here.
            headers = [("Host", self.store.netloc), *head.without("host", "sec-websocket-extensions")]
            await store.send(Head(head.first, headers).bytes())
            reply = await read_head(store.reader)
            if reply.first.split(" ")[1] != "101":
                body = await read_body(store.reader, reply, until_close=True)
                await client.send(self._passed_on(reply, body, {}))
                return
            await client.send(reply.bytes())
            line = Line(self, client, store)
            await line.run()
        finally:
            store.cut()

    def saw_frame(self, sender: str, type_: str, frame: dict[str, Any]) -> None:
        self.record.frames.append({"from": sender, "type": type_, "seq": frame.get("seq"), "at": time.monotonic()})

    # -- at once

    async def now(self, spec: Any) -> None:
        if spec == "cut":
            for line in list(self.lines):
                line.cut()
        elif spec == "expireTokens":
            self.record.expired |= self.record.tokens
        elif spec == "silence":
            for line in list(self.lines):
                line.is_silent = True
        elif isinstance(spec, dict) and "close" in spec:
            for line in list(self.lines):
                await line.close(spec["close"])
        elif isinstance(spec, dict) and "inject" in spec:
            for line in list(self.lines):
                await line.inject(spec["inject"])
        elif isinstance(spec, dict) and "restart" in spec:
            await self._restart(float(spec["restart"]))
        else:
            raise Unreadable(f"cannot do {spec!r}")

    async def _restart(self, seconds: float) -> None:
        if self.server is not None:
            self.server.close()
        for line in list(self.lines):
            await line.close({"code": 1012, "reason": "the store restarts"})
        for writer in list(self.clients):
            writer.close()
        if self.reopening is not None:
            self.reopening.cancel()
        self.reopening = asyncio.create_task(self._reopen(seconds))

    async def _reopen(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.open(self.port)
