"""WebSocket messages (RFC 6455), as much of it as a relay needs."""

from __future__ import annotations

import asyncio
import os
import struct
from typing import Any

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
