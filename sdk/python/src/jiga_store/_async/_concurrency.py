"""What differs in kind between the twins: tasks here, threads in `_sync/_concurrency.py`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.typing import Subprotocol

from jiga_store import errors
from jiga_store._logging import silent
from jiga_store._requests import USER_AGENT

Lock = asyncio.Lock
sleep = asyncio.sleep


class Signal:
    """Wakes whoever waits for something to become true."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Lets everybody look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, ready: Callable[[], bool], timeout: float | None = None) -> bool:
        """Waits until it is true, or the time is up; says whether it is true."""
        loop = asyncio.get_running_loop()
        end = None if timeout is None else loop.time() + timeout
        while not ready():
            left = None if end is None else end - loop.time()
            if left is not None and left <= 0:
                return False
            future = loop.create_future()
            self._waiting.add(future)
            timer = None if left is None else loop.call_later(left, _wake, future)
            try:
                await future
            finally:
                self._waiting.discard(future)
                if timer is not None:
                    timer.cancel()
        return True


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


class Worker:
    """Work that goes on beside."""

    def __init__(self, work: Callable[[], Awaitable[None]], name: str) -> None:
        async def run() -> None:
            await work()

        self._task = asyncio.get_running_loop().create_task(run(), name=name)

    @property
    def is_current(self) -> bool:
        """Whether it is this very worker that asks."""
        return asyncio.current_task() is self._task

    async def stopped(self, timeout: float) -> None:
        """Waits until it is done; it is cancelled when the time is up."""
        if self.is_current:
            return
        _, still_there = await asyncio.wait([self._task], timeout=timeout)
        for task in still_there:
            task.cancel()
            await asyncio.wait([task])


class SocketClosed(Exception):
    """The line is gone."""

    def __init__(self, code: int | None, reason: str) -> None:
        super().__init__(f"{code} {reason}".strip())
        self.code = code
        self.reason = reason


class Socket:
    """A WebSocket, and nothing about sessions."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, url: str, protocols: list[str], timeout: float) -> Socket:
        """Opens a line; a refusal is raised as the problem it is, anything else as a ConnectionError."""
        try:
            return cls(
                await connect(
                    url,
                    subprotocols=[Subprotocol(name) for name in protocols] or None,
                    open_timeout=timeout,
                    close_timeout=2,
                    # The session has a heartbeat of its own; what is said is too short for compression.
                    ping_interval=None,
                    compression=None,
                    max_size=16 * 1024 * 1024,
                    max_queue=1024,
                    user_agent_header=USER_AGENT,
                    logger=silent,
                )
            )
        except InvalidStatus as e:
            raise refusal(e) from None
        except (OSError, WebSocketException, TimeoutError, asyncio.TimeoutError, EOFError) as e:
            # Without the address, which has the ticket in it.
            raise errors.ConnectionError(f"The line did not open: {type(e).__name__}.") from None

    async def send(self, text: str) -> None:
        """Sends one message."""
        try:
            await self._connection.send(text)
        except ConnectionClosed as e:
            raise closed(e) from None

    async def receive(self, timeout: float | None = None) -> str:
        """The next message."""
        try:
            if timeout is None:
                message = await self._connection.recv()
            else:
                message = await asyncio.wait_for(self._connection.recv(), timeout)
        except ConnectionClosed as e:
            raise closed(e) from None
        except (TimeoutError, asyncio.TimeoutError):
            raise SocketClosed(None, "nothing was heard") from None
        return message if isinstance(message, str) else message.decode()

    async def close(self) -> None:
        """Says goodbye, and waits for it shortly."""
        await self._connection.close()

    def drop(self) -> None:
        """Lets go of a line that is dead, without a word."""
        self._connection.transport.abort()


def refusal(refused: InvalidStatus) -> errors.ApiError:
    """The problem with which the store refused to open a line."""
    response = refused.response
    try:
        problem: Any = json.loads(response.body or b"")
    except ValueError:
        problem = {}
    return errors.error_of(response.status_code, problem if isinstance(problem, dict) else {})


def closed(e: ConnectionClosed) -> SocketClosed:
    """How a line was closed, as the store said it."""
    return SocketClosed(e.rcvd.code, e.rcvd.reason) if e.rcvd is not None else SocketClosed(None, "the line was cut")
