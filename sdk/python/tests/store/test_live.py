"""The live session against a running store, by both twins. What breaks lines is played by the scenarios of sdk/conformance."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from jiga_store import (
    AsyncJigaStore,
    ConnectionError,
    Event,
    JigaStore,
    SessionEndedError,
    ValidationError,
)
from tests.stand.store import Player

NOVA = "nova-coordinator-001"
QUESTION = "They push B, what now?"


def client(url: str, player: Player) -> JigaStore:
    return JigaStore(base_url=url, access_token=player.access_token, refresh_token=player.refresh_token)


def async_client(url: str, player: Player) -> AsyncJigaStore:
    return AsyncJigaStore(base_url=url, access_token=player.access_token, refresh_token=player.refresh_token)


def test_leaving_the_block_ends_the_session_so_that_the_next_run_can_hire_again(store_url: str, player: Player) -> None:
    with client(store_url, player) as store:
        for _ in range(2):
            with store.marketplace.hire(NOVA, 20_000).connect() as live:
                live.say(QUESTION)
            assert live.bill is not None
            # What was said last was answered, although nobody waited for it.
            assert live.bill.consumed >= 100
        assert store.wallet.get().held == 0


def test_a_block_that_fails_ends_the_session_and_raises_what_it_failed_with(store_url: str, player: Player) -> None:
    with client(store_url, player) as store:
        with pytest.raises(ZeroDivisionError), store.marketplace.hire(NOVA, 20_000).connect() as live:
            raise ZeroDivisionError
        assert live.state == "ended"
        assert store.wallet.get().held == 0


def test_a_session_that_is_left_can_be_come_back_to(store_url: str, player: Player) -> None:
    with client(store_url, player) as store:
        session = store.marketplace.hire(NOVA, 20_000)
        with session.connect(keep=True) as live:
            assert live.say(QUESTION).whole().seq == 1
        assert store.sessions.get(session.id).status in ("active", "paused")
        with store.sessions.connect(session.id) as live:
            assert live.say(QUESTION).whole().seq == 2
        with pytest.raises(SessionEndedError) as over:
            live.say(QUESTION)
        assert over.value.bill == live.bill


def test_what_is_said_after_leaving_is_an_error(store_url: str, player: Player) -> None:
    with client(store_url, player) as store:
        live = store.marketplace.hire(NOVA, 20_000).connect()
        live.close()
        live.close()
        with pytest.raises(ConnectionError, match="left"):
            live.say(QUESTION)


def test_no_thread_is_left_behind(store_url: str, player: Player) -> None:
    with client(store_url, player) as store:
        with store.marketplace.hire(NOVA, 20_000).connect() as live:
            live.on("response", lambda _: None)
            live.say(QUESTION).whole()
        left = [thread.name for thread in threading.enumerate() if thread.name.startswith("jiga-store")]
        assert left == []


def test_no_task_is_left_behind(store_url: str, player: Player) -> None:
    async def play() -> list[str]:
        async with async_client(store_url, player) as store:
            session = await store.marketplace.hire(NOVA, 20_000)
            async with session.connect() as live:
                live.on("response", lambda _: None)
                await live.say(QUESTION)
        return [task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()]

    assert asyncio.run(play()) == []


def test_a_call_that_is_cancelled_is_cancelled_and_the_line_goes_on(store_url: str, player: Player) -> None:
    async def play() -> str:
        async with async_client(store_url, player) as store:
            session = await store.marketplace.hire(NOVA, 20_000)
            async with session.connect() as live:
                waiting = asyncio.create_task(live.say(QUESTION).whole())
                await asyncio.sleep(0)
                waiting.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await waiting
                return (await live.say(QUESTION)).text

    assert asyncio.run(play())


def test_many_threads_speak_in_one_session(store_url: str, player: Player) -> None:
    with client(store_url, player) as store, store.marketplace.hire(NOVA, 20_000).connect() as live:
        seqs: list[int] = []

        def tell() -> None:
            seqs.extend(live.game_event("kill", weapon="M4").whole().seq for _ in range(20))

        threads = [threading.Thread(target=tell) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(seqs) == list(range(1, 81))


def test_everything_that_happens_can_be_walked_through(store_url: str, player: Player) -> None:
    async def play() -> list[Event]:
        async with async_client(store_url, player) as store:
            session = await store.marketplace.hire(NOVA, 20_000)
            live = await session.connect()
            happened = live.events()
            live.say(QUESTION)
            await live.end()
            events = [event async for event in happened]
            await live.close()
            return events

    names = [event.name for event in asyncio.run(asyncio.wait_for(play(), 20))]
    assert names[-1] == "ended"
    assert "response" in names


def test_pictures_and_voices_that_are_none_are_refused_for_nothing(store_url: str, player: Player) -> None:
    with client(store_url, player) as store, store.marketplace.hire(NOVA, 20_000).connect() as live:
        for answer in (live.frame(b"no picture"), live.send_voice(b"no voice", transcript="What now?")):
            with pytest.raises(ValidationError):
                answer.whole()
        assert live.say(QUESTION).whole().seq == 1


def test_the_configuration_of_a_session_is_changed_and_what_is_wrong_with_it_is_told(
    store_url: str, player: Player
) -> None:
    with client(store_url, player) as store, store.marketplace.hire(NOVA, 20_000).connect() as live:
        errors: list[Exception] = []
        live.on("error", errors.append)
        live.configure(target_fps=3)
        live.configure(target_fps=500)
        live.say(QUESTION).whole()
        end = time.monotonic() + 5
        while not errors and time.monotonic() < end:
            time.sleep(0.01)
        assert [getattr(error, "code", None) for error in errors] == ["TARGET_FPS_RANGE"]


def test_a_listener_may_be_a_coroutine_function(store_url: str, player: Player) -> None:
    async def play() -> list[str]:
        heard: list[str] = []
        done = asyncio.Event()

        async def hear(part: object) -> None:
            await asyncio.sleep(0)
            heard.append(getattr(part, "text", ""))
            if getattr(part, "done", False):
                done.set()

        async with async_client(store_url, player) as store:
            session = await store.marketplace.hire(NOVA, 20_000)
            async with session.connect() as live:
                live.on("response", hear)
                live.say(QUESTION)
                await asyncio.wait_for(done.wait(), 10)
        return heard

    assert "".join(asyncio.run(play()))
