"""Tells the proxy what to do, over HTTP."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from faults.http import answer, read_body, read_head
from faults.record import Record
from faults.relay import Proxy
from faults.rules import Rule, Rules, Unreadable


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
