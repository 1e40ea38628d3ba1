"""The line itself, against a store that takes lines and breaks them: when it is opened again, and what never gets onto it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from jiga_store import ApiError, AsyncJigaStore, JigaStore, UnfitTextError
from jiga_store._sync._concurrency import Worker

HALF = "\ud83d"
STARTED = {
    "type": "session_started",
    "data": {
        "sessionId": "s-1",
        "status": "active",
        "resumedFromSeq": 0,
        "dof": {"allocated": 10_000, "consumed": 0, "remaining": 10_000, "rate": 3600},
        "limits": {"messageBytes": 1_572_864},
    },
}


class Breaking:
    """Takes lines, answers as it is told, and breaks each on the text `break`. Counts what is asked for."""

    def __init__(self) -> None:
        self.lines = 0
        self.heard: list[Any] = []
        self.answers: list[httpx.Response] = []
        """To the requests for a ticket; a ticket when there are no more."""
        self.asked = 0
        self._server: Server = serve(self._line, "127.0.0.1", 0)
        self._worker = Worker(self._server.serve_forever, "a store that breaks lines")
        self.port = self._server.socket.getsockname()[1]

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "DELETE":
            bill = {"id": "s-1", "status": "ended", "reason": "ended_by_player", "consumed": 1, "released": 9_999}
            shares = {"owner": 0, "platform": 1, "creator": 0}
            return httpx.Response(200, json={**bill, "distribution": shares})
        self.asked += 1
        if self.answers:
            return self.answers.pop(0)
        ticket = {"websocketUrl": f"ws://127.0.0.1:{self.port}", "ticket": "t", "protocols": []}
        return httpx.Response(200, json=ticket)

    def _line(self, line: ServerConnection) -> None:
        self.lines += 1
        try:
            line.send(json.dumps(STARTED))
            for text in line:
                frame = json.loads(text)
                self.heard.append(frame)
                said = frame.get("data", {}).get("text")
                if said == "break":
                    line.close(1011)
                    return
                if said is not None:
                    answer = {"text": "Hold.", "done": True, "dofConsumed": 100}
                    line.send(json.dumps({"type": "agent_response", "seq": frame["seq"], "data": answer}))
        except ConnectionClosed:
            pass

    def client(self) -> JigaStore:
        http = httpx.Client(transport=httpx.MockTransport(self.answer))
        return JigaStore(api_key="jiga_test_secret", base_url="http://store.test", http_client=http)

    def async_client(self) -> AsyncJigaStore:
        http = httpx.AsyncClient(transport=httpx.MockTransport(self.answer))
        return AsyncJigaStore(api_key="jiga_test_secret", base_url="http://store.test", http_client=http)

    def close(self) -> None:
        self._server.shutdown()
        self._worker.stopped(5)


@pytest.fixture
def breaking() -> Iterator[Breaking]:
    store = Breaking()
    yield store
    store.close()


def test_a_text_that_cannot_be_sent_is_refused_when_it_is_said_and_the_next_one_is_answered(breaking: Breaking) -> None:
    with breaking.client() as store:
        live = store.sessions.connect("s-1", keep=True)
        for says in (
            lambda: live.say(f"cut {HALF}"),
            lambda: live.game_event("kill", weapon=HALF),
            lambda: live.game_event("kill", **{HALF: 1}),
            lambda: live.game_event("kill", distance=float("nan")),
            lambda: live.send_voice(b"", transcript=HALF),
            lambda: live.configure(voice=HALF),
        ):
            with pytest.raises(UnfitTextError):
                says()
        assert live.say("And now?").whole(timeout=5).text == "Hold."
        live.configure(target_fps=3)
        live.say("And then?").whole(timeout=5)
        live.close()
    assert breaking.lines == 1
    assert [frame["data"] for frame in breaking.heard if frame["type"] == "config_update"] == [{"target_fps": 3}]


def test_a_frame_on_which_the_line_breaks_each_time_does_not_open_lines_without_a_pause(breaking: Breaking) -> None:
    with breaking.client() as store:
        live = store.sessions.connect("s-1", keep=True)
        live.say("break")
        time.sleep(2.5)
        live.close()
    assert 3 <= breaking.lines <= 7


def test_nor_does_the_asynchronous_twin(breaking: Breaking) -> None:
    async def run() -> None:
        async with breaking.async_client() as store:
            live = await store.sessions.connect("s-1", keep=True)
            with pytest.raises(UnfitTextError):
                live.say(HALF)
            live.say("break")
            await asyncio.sleep(2.5)
            await live.close()

    asyncio.run(run())
    assert 3 <= breaking.lines <= 7


def test_a_line_on_which_something_was_answered_is_opened_again_at_once_each_time(breaking: Breaking) -> None:
    with breaking.client() as store:
        live = store.sessions.connect("s-1", keep=True)
        times = []
        for _ in range(4):
            live.say("What now?").whole(timeout=5)
            before = breaking.lines
            live._line._line[1].drop()  # type: ignore[index]
            began = time.monotonic()
            while breaking.lines == before:
                time.sleep(0.01)
            times.append(time.monotonic() - began)
        live.close()
    assert max(times) < 1


def test_a_ticket_that_no_store_gives_is_a_try_that_failed(breaking: Breaking) -> None:
    portal = [httpx.Response(200, json={}), httpx.Response(200, text="<html>"), httpx.Response(200)]
    breaking.answers = [*portal]
    with breaking.client() as store:
        with pytest.raises(ApiError, match="NOT_A_STORE"):
            store.sessions.connect("s-1", timeout=0)
        live = store.sessions.connect("s-1", keep=True)
        assert breaking.asked == 4
        live.say("What now?").whole(timeout=5)
        breaking.answers = [*portal]
        live._line._line[1].drop()  # type: ignore[index]
        began = time.monotonic()
        assert live.say("And now?").whole(timeout=10).text == "Hold."
        assert time.monotonic() - began > 0.5
        assert breaking.asked == 8
        live.close()
