#!/usr/bin/env python3
"""Messages a second over a session's line: this SDK beside a bare WebSocket, in one run.

Against a running store (JIGA_URL), and against a server in this process that answers at once, which shows the client alone.
A message is a game event and its answer; a few are on their way at a time, as with a busy game.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.stand.store import end_all_sessions, new_player
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

from jiga_store import AsyncJigaStore, JigaStore
from jiga_store._async.live import AsyncLiveSession
from jiga_store._sync.live import LiveSession
from jiga_store.types import Connection

AT_A_TIME = 16
EVENT: dict[str, Any] = {"kind": "ammo", "weapon": "M4", "loaded": 12, "reserve": 60}
STARTED = {
    "type": "session_started",
    "timestamp": "2026-06-01T12:00:00Z",
    "data": {
        "sessionId": "s",
        "status": "active",
        "dof": {"allocated": 10_000, "consumed": 0, "remaining": 10_000, "rate": 3000},
        "resumedFromSeq": 0,
        "expiresAt": "2026-06-01T16:00:00Z",
        "limits": {
            "messageBytes": 1_572_864,
            "imageBytes": 1_048_576,
            "voiceSeconds": 60,
            "textCharacters": 4000,
            "levels": 32,
            "imageFormats": ["png"],
            "voiceFormats": ["wav"],
        },
    },
}


async def bare(url: str, messages: int, first_seq: int = 1) -> float:
    """A client of a few lines: sends events, reads answers, does nothing with them."""
    async with connect(url, subprotocols=["jiga.session.v1"], compression=None, ping_interval=None) as line:  # type: ignore[list-item]
        await line.recv()
        began = time.perf_counter()
        sent = answered = 0
        while answered < messages:
            while sent < messages and sent - answered < AT_A_TIME:
                await line.send(json.dumps({"type": "game_event", "seq": first_seq + sent, "data": EVENT}))
                sent += 1
            frame = json.loads(await line.recv())
            answered += frame.get("data", {}).get("done") is True
        return messages / (time.perf_counter() - began)


async def asynchronous(live: AsyncLiveSession, messages: int) -> float:
    began = time.perf_counter()
    waiting = [live.game_event(**EVENT) for _ in range(min(AT_A_TIME, messages))]
    for number in range(messages):
        await waiting.pop(0).whole()
        if number + AT_A_TIME < messages:
            waiting.append(live.game_event(**EVENT))
    return messages / (time.perf_counter() - began)


def synchronous(live: LiveSession, messages: int) -> float:
    began = time.perf_counter()
    waiting = [live.game_event(**EVENT) for _ in range(min(AT_A_TIME, messages))]
    for number in range(messages):
        waiting.pop(0).whole()
        if number + AT_A_TIME < messages:
            waiting.append(live.game_event(**EVENT))
    return messages / (time.perf_counter() - began)


async def against_a_store(url: str, messages: int, rounds: int) -> None:
    player = new_player(url)
    rates: dict[str, list[float]] = {"bare": [], "async": [], "sync": []}
    who = {"access_token": player.access_token, "refresh_token": player.refresh_token, "base_url": url}
    async with AsyncJigaStore(**who) as store:  # type: ignore[arg-type]
        for _ in range(rounds):
            session = await store.marketplace.hire("ghost-analyst-001", dof_allocation=20_000)
            opened = session.hired.connection
            rates["bare"].append(await bare(f"{opened.websocket_url}?ticket={opened.ticket}", messages))
            async with store.sessions.connect(session.id, keep=True) as live:
                rates["async"].append(await asynchronous(live, messages))
            rates["sync"].append(await asyncio.to_thread(by_threads, who, session.id, messages))
            await store.sessions.end(session.id)
    end_all_sessions(url, player)
    report("against a running store", rates)


def by_threads(who: dict[str, str], session_id: str, messages: int) -> float:
    with JigaStore(**who) as store, store.sessions.connect(session_id, keep=True) as live:  # type: ignore[arg-type]
        return synchronous(live, messages)


async def against_nothing(messages: int, rounds: int) -> None:
    rates: dict[str, list[float]] = {"bare": [], "async": [], "sync": []}
    async with at_once() as url:
        connection = Connection(websocket_url=url, ticket="t", protocols=["jiga.session.v1"])
        for _ in range(rounds):
            rates["bare"].append(await bare(url, messages))
            async with AsyncJigaStore(base_url="http://store.test", access_token="t") as store:
                live = AsyncLiveSession(store._transport, "s", connection, keep=True)
                async with live:
                    rates["async"].append(await asynchronous(live, messages))
            rates["sync"].append(await asyncio.to_thread(alone_by_threads, connection, messages))
    report("against a server in this process that answers at once", rates)


def alone_by_threads(connection: Connection, messages: int) -> float:
    with (
        JigaStore(base_url="http://store.test", access_token="t") as store,
        LiveSession(store._transport, "s", connection, keep=True) as live,
    ):
        return synchronous(live, messages)


@asynccontextmanager
async def at_once() -> AsyncIterator[str]:
    async def answer(line: ServerConnection) -> None:
        await line.send(json.dumps(STARTED))
        async for text in line:
            seq = json.loads(text).get("seq")
            if seq is not None:
                ack = {
                    "type": "ack",
                    "seq": seq,
                    "timestamp": "2026-06-01T12:00:01Z",
                    "data": {"done": True, "dofConsumed": 0},
                }
                await line.send(json.dumps(ack))

    async with serve(answer, "127.0.0.1", 0, subprotocols=["jiga.session.v1"], compression=None) as server:  # type: ignore[list-item]
        yield f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"


def report(where: str, rates: dict[str, list[float]]) -> None:
    middle = {name: statistics.median(each) for name, each in rates.items()}
    print(f"\n{where}, messages a second (median of {len(rates['bare'])} rounds)")
    for name, label in (("bare", "bare websockets"), ("async", "AsyncLiveSession"), ("sync", "LiveSession")):
        print(f"  {label:18} {middle[name]:>8,.0f}   {middle[name] / middle['bare']:.2f} of bare")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    await against_nothing(options.messages, options.rounds)
    url = os.environ.get("JIGA_URL")
    if url:
        await against_a_store(url.rstrip("/"), options.messages, options.rounds)
    else:
        print("\nSet JIGA_URL to compare against a running store.")


if __name__ == "__main__":
    asyncio.run(main())
