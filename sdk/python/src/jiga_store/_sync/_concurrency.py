"""What differs in kind between the twins: threads here, tasks in `_async/_concurrency.py`."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from jiga_store import errors
from jiga_store._logging import silent
from jiga_store._requests import USER_AGENT

Lock = threading.Lock
sleep = time.sleep


class Signal:
    """Wakes whoever waits for something to become true."""

    def __init__(self) -> None:
        self._condition = threading.Condition()

    def notify(self) -> None:
        """Lets everybody look again."""
        with self._condition:
            self._condition.notify_all()

    def wait(self, ready: Callable[[], bool], timeout: float | None = None) -> bool:
        """Waits until it is true, or the time is up; says whether it is true."""
        with self._condition:
            return self._condition.wait_for(ready, timeout)


class Worker:
    """Work that goes on beside."""

    def __init__(self, work: Callable[[], None], name: str) -> None:
        self._thread = threading.Thread(target=work, name=name, daemon=True)
        self._thread.start()

    @property
    def is_current(self) -> bool:
        """Whether it is this very worker that asks."""
        return threading.current_thread() is self._thread

    def stopped(self, timeout: float) -> None:
        """Waits until it is done, at most so long."""
        if not self.is_current:
            self._thread.join(timeout)


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
    def open(cls, url: str, protocols: list[str], timeout: float) -> Socket:
        """Opens a line; a refusal is raised as the problem it is, anything else as a ConnectionError."""
        try:
            return cls(
                # Entered rather than called: since websockets 17.1 that is the way which stays.
                connect(
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
                ).__enter__()
            )
        except InvalidStatus as e:
            raise refusal(e) from None
        except (OSError, WebSocketException, TimeoutError, EOFError) as e:
            # Without the address, which has the ticket in it.
            raise errors.ConnectionError(f"The line did not open: {type(e).__name__}.") from None

    def send(self, text: str) -> None:
        """Sends one message."""
        try:
            self._connection.send(text)
        except ConnectionClosed as e:
            raise closed(e) from None

    def receive(self, timeout: float | None = None) -> str:
        """The next message."""
        try:
            message = self._connection.recv(timeout)
        except ConnectionClosed as e:
            raise closed(e) from None
        except TimeoutError:
            raise SocketClosed(None, "nothing was heard") from None
        return message if isinstance(message, str) else message.decode()

    def close(self) -> None:
        """Says goodbye, and waits for it shortly."""
        self._connection.close()

    def drop(self) -> None:
        """Lets go of a line that is dead, without a word."""
        try:
            self._connection.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            self._connection.socket.close()


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
