"""A WebSocket that passes through the proxy."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from faults.pipe import Pipe
from faults.rules import merged
from faults.websocket import CLOSE, TEXT, close_bytes, frame_bytes, read_message

if TYPE_CHECKING:
    from faults.relay import Proxy


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
