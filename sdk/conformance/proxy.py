#!/usr/bin/env python3
"""Stands between an SDK and a store, and breaks what it is told to. See README.md for the rules.

Standard library only, so that every SDK's tests can start it with any Python 3.10 or newer.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import fnmatch
import json
import os
import struct
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

MEMBERS_OF_RULES = {"call", "frame", "from", "where", "times", "skip", "then"}
FAULTS_OF_CALLS = {"loseAnswer", "refuse", "answer", "delay", "merge", "headers"}
ACTS_ON_FRAMES = {"cutBefore", "cutAfter", "drop", "twice", "merge", "inject", "close"}
# A line or a connection is one hop (RFC 9110, 7.6.1): these say nothing about the other hop.
HOP_BY_HOP = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "upgrade"}


class Unreadable(Exception):
    """Somebody asked the control side for what it does not know."""


# ---------------------------------------------------------------------------------------------------------------
# What is told to the proxy


@dataclass
class Rule:
    spec: dict[str, Any]
    left: int | None
    skip: int

    @staticmethod
    def read(spec: Any) -> Rule:
        if not isinstance(spec, dict):
            raise Unreadable("a rule is an object")
        if ("call" in spec) == ("frame" in spec):
            raise Unreadable("a rule has either 'call' or 'frame'")
        allowed = MEMBERS_OF_RULES | (FAULTS_OF_CALLS if "call" in spec else set())
        if unknown := set(spec) - allowed:
            raise Unreadable(f"a rule has no {sorted(unknown)}")
        if "frame" in spec:
            then = spec.get("then")
            names = {then} if isinstance(then, str) else set(then) if isinstance(then, dict) else set()
            if not names or names - ACTS_ON_FRAMES:
                raise Unreadable(f"'then' is one of {sorted(ACTS_ON_FRAMES)}")
        times = int(spec.get("times", 1))
        return Rule(spec, times or None, int(spec.get("skip", 0)))

    def use(self) -> bool:
        """Whether this is one of the times at which the rule holds; counts it."""
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.left is None:
            return True
        if self.left == 0:
            return False
        self.left -= 1
        return True


@dataclass
class Rules:
    rules: list[Rule] = field(default_factory=list)

    def for_call(self, method: str, path: str) -> dict[str, Any]:
        for rule in self.rules:
            if "call" in rule.spec and fits(rule.spec["call"], method, path) and rule.use():
                return rule.spec
        return {}

    def for_frame(self, frame: dict[str, Any], sender: str) -> dict[str, Any]:
        for rule in self.rules:
            spec = rule.spec
            if "frame" not in spec or spec["frame"] != frame.get("type") or spec.get("from", sender) != sender:
                continue
            if holds(frame, spec.get("where", {})) and rule.use():
                then = spec["then"]
                return {then: True} if isinstance(then, str) else then
        return {}


def fits(pattern: str, method: str, path: str) -> bool:
    wanted, _, path_pattern = pattern.partition(" ")
    return wanted in ("*", method) and fnmatch.fnmatchcase(path, path_pattern)


def holds(value: Any, wanted: Any) -> bool:
    """Whether all that is wanted is there, more being allowed."""
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(holds(value.get(name), member) for name, member in wanted.items())
    return bool(value == wanted)


def merged(value: Any, patch: Any) -> Any:
    if isinstance(value, list) and isinstance(patch, dict):
        return [merged(item, patch) for item in value]
    if isinstance(value, dict) and isinstance(patch, dict):
        return {**value, **{name: merged(value.get(name), member) for name, member in patch.items()}}
    return patch


# ---------------------------------------------------------------------------------------------------------------
# What the proxy saw


@dataclass
class Record:
    calls: list[dict[str, Any]] = field(default_factory=list)
    frames: list[dict[str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    expired: set[str] = field(default_factory=set)

    def failures(self, wanted: dict[str, Any]) -> list[str]:
        if unknown := set(wanted) - {"calls", "frames", "secretsInPaths"}:
            raise Unreadable(f"a check has no {sorted(unknown)}")
        failures: list[str] = []
        for call in wanted.get("calls", []):
            failures += self._calls(call)
        for frame in wanted.get("frames", []):
            failures += self._frames(frame)
        if wanted.get("secretsInPaths") is False:
            paths = "\n".join(call["path"] + "?" + call["query"] for call in self.calls)
            failures += ["a token stood in an address" for token in self.tokens if token in paths]
        return failures

    def _calls(self, wanted: dict[str, Any]) -> list[str]:
        seen = [call for call in self.calls if fits(wanted["call"], call["method"], call["path"])]
        what = f"calls of {wanted['call']}"
        failures = counted(what, len(seen), wanted.get("count"))
        if wanted.get("sameIdempotencyKey"):
            failures += all_the_same(what, "Idempotency-Key", [c["headers"].get("idempotency-key") for c in seen])
        for name, part in wanted.get("headers", {}).items():
            failures += [
                f"{what}: {name} is {call['headers'].get(name.lower())!r}, which does not have {part!r}"
                for call in seen
                if part not in (call["headers"].get(name.lower()) or "")
            ]
        if "atLeastApart" in wanted:
            apart = seen[1]["at"] - seen[0]["at"] if len(seen) > 1 else None
            if apart is None or apart < wanted["atLeastApart"]:
                failures.append(f"{what}: the first two are {apart} s apart, not {wanted['atLeastApart']} s")
        return failures

    def _frames(self, wanted: dict[str, Any]) -> list[str]:
        seen = [
            frame
            for frame in self.frames
            if frame["type"] == wanted["frame"] and frame["from"] == wanted.get("from", frame["from"])
        ]
        what = f"frames {wanted['frame']}"
        failures = counted(what, len(seen), wanted.get("count"))
        if wanted.get("sameSeq"):
            failures += all_the_same(what, "seq", [frame["seq"] for frame in seen])
        return failures


def counted(what: str, count: int, wanted: Any) -> list[str]:
    if wanted is None or wanted == count:
        return []
    if isinstance(wanted, dict) and wanted.get("atLeast", count) <= count <= wanted.get("atMost", count):
        return []
    return [f"{what}: {count}, expected {wanted}"]


def all_the_same(what: str, name: str, values: list[Any]) -> list[str]:
    if values and None not in values and len(set(values)) == 1:
        return []
    return [f"{what}: {name} is not one and the same: {values}"]


# ---------------------------------------------------------------------------------------------------------------
# HTTP/1.1 (RFC 9112), as much of it as a relay needs


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


# ---------------------------------------------------------------------------------------------------------------
# WebSocket frames (RFC 6455)

TEXT, CLOSE, CONTINUATION = 1, 8, 0


async def read_message(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """One message, its fragments joined, or one control frame."""
    opcode, payload, final = await read_frame(reader)
    while not final:
        _, more, final = await read_frame(reader)
        payload += more
    return opcode, payload


async def read_frame(reader: asyncio.StreamReader) -> tuple[int, bytes, bool]:
    first, second = await reader.readexactly(2)
    length = second & 0x7F
    if length == 126:
        (length,) = struct.unpack(">H", await reader.readexactly(2))
    elif length == 127:
        (length,) = struct.unpack(">Q", await reader.readexactly(8))
    mask = await reader.readexactly(4) if second & 0x80 else b""
    payload = await reader.readexactly(length)
    return first & 0x0F, masked(payload, mask) if mask else payload, bool(first & 0x80)


def masked(payload: bytes, mask: bytes) -> bytes:
    whole = (mask * (len(payload) // 4 + 1))[: len(payload)]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(whole, "big")).to_bytes(len(payload), "big")


def frame_bytes(opcode: int, payload: bytes, *, to_store: bool) -> bytes:
    bit = 0x80 if to_store else 0
    size = len(payload)
    if size < 126:
        head = struct.pack(">BB", 0x80 | opcode, bit | size)
    elif size < 1 << 16:
        head = struct.pack(">BBH", 0x80 | opcode, bit | 126, size)
    else:
        head = struct.pack(">BBQ", 0x80 | opcode, bit | 127, size)
    if not to_store:
        return head + payload
    mask = os.urandom(4)
    return head + mask + masked(payload, mask)


def close_bytes(spec: dict[str, Any]) -> bytes:
    payload = struct.pack(">H", spec["code"]) + spec.get("reason", "").encode()
    return frame_bytes(CLOSE, payload, to_store=False)


class Line:
    """A WebSocket that passes through the proxy."""

    def __init__(self, proxy: Proxy, client: Pipe, store: Pipe) -> None:
        self.proxy = proxy
        self.client = client
        self.store = store
        self.is_silent = False

    async def run(self) -> None:
        self.proxy.lines.add(self)
        ways = [
            asyncio.create_task(self._relay("client", self.client, self.store)),
            asyncio.create_task(self._relay("store", self.store, self.client)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.proxy.lines.discard(self)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _relay(self, sender: str, source: Pipe, target: Pipe) -> None:
        while True:
            opcode, payload = await read_message(source.reader)
            if self.is_silent:
                continue
            if opcode == TEXT:
                await self._pass_on(sender, payload, target)
            else:
                await target.send(frame_bytes(opcode, payload, to_store=sender == "client"))
            if opcode == CLOSE:
                return

    async def _pass_on(self, sender: str, payload: bytes, target: Pipe) -> None:
        to_store = sender == "client"
        try:
            frame = json.loads(payload)
            type_ = str(frame.get("type"))
        except (ValueError, AttributeError):
            frame, type_ = {}, ""
        self.proxy.saw_frame(sender, type_, frame)
        act = self.proxy.rules.for_frame(frame, sender)
        if "merge" in act:
            payload = json.dumps(merged(frame, act["merge"])).encode()
        if not act.keys() & {"cutBefore", "drop"}:
            await target.send(frame_bytes(TEXT, payload, to_store=to_store) * (2 if "twice" in act else 1))
        if "inject" in act:
            await self.inject(act["inject"])
        if "close" in act:
            await self.close(act["close"])
        if act.keys() & {"cutBefore", "cutAfter"}:
            self.cut()

    async def inject(self, frame: dict[str, Any]) -> None:
        await self.client.send(frame_bytes(TEXT, json.dumps(frame).encode(), to_store=False))

    async def close(self, spec: dict[str, Any]) -> None:
        await self.client.send(close_bytes(spec))
        self.client.finish()
        self.store.cut()

    def cut(self) -> None:
        self.client.cut()
        self.store.cut()


@dataclass(eq=False)
class Pipe:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def cut(self) -> None:
        # What was already passed on still leaves; a close frame is not sent, so it is 1006 to the client.
        if not self.writer.is_closing():
            self.writer.close()

    def finish(self) -> None:
        if self.writer.can_write_eof() and not self.writer.is_closing():
            self.writer.write_eof()


# ---------------------------------------------------------------------------------------------------------------
# The proxy


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


class Control:
    """Tells the proxy what to do. It listens on an address of its own, so that it is there while the proxy refuses."""

    def __init__(self, proxy: Proxy) -> None:
        self.proxy = proxy
        self.server: asyncio.Server | None = None

    async def open(self, port: int) -> None:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", port, reuse_address=True)

    @property
    def url(self) -> str:
        assert self.server is not None
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await read_head(reader)
                method, path, _ = head.first.split(" ", 2)
                body = await read_body(reader, head, until_close=False)
                try:
                    reply, status = await self._do(method, path, json.loads(body or b"null")), 200
                except (Unreadable, ValueError, KeyError, TypeError) as e:
                    reply, status = {"problem": str(e)}, 400
                writer.write(answer(status, {"Content-Type": "application/json"}, json.dumps(reply).encode()))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _do(self, method: str, path: str, body: Any) -> Any:
        proxy = self.proxy
        if (method, path) == ("POST", "/faults"):
            proxy.rules.rules.append(Rule.read(body))
        elif (method, path) == ("DELETE", "/faults"):
            proxy.rules, proxy.record = Rules(), Record()
        elif (method, path) == ("POST", "/now"):
            await proxy.now(body)
        elif (method, path) == ("POST", "/check"):
            return {"failures": proxy.record.failures(body)}
        elif (method, path) == ("GET", "/record"):
            return {"calls": proxy.record.calls, "frames": proxy.record.frames}
        else:
            raise Unreadable(f"there is no {method} {path}")
        return {}


async def run(store: str, port: int, control_port: int) -> None:
    proxy = Proxy(store)
    await proxy.open(port)
    control = Control(proxy)
    await control.open(control_port)
    print(json.dumps({"url": proxy.url, "control": control.url}), flush=True)
    # Whoever started it holds its standard input: when they go, in whatever way, it goes too.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--store", required=True, help="such as http://localhost:3000")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(options.store.rstrip("/"), options.port, options.control_port))


if __name__ == "__main__":
    main()
