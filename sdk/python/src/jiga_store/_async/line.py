"""The line to a session: opened, kept open, and opened again when it is lost."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

from jiga_store._async._concurrency import Signal, Socket, SocketClosed, Worker
from jiga_store._async._transport import AsyncTransport
from jiga_store._live.conversation import Conversation
from jiga_store._live.events import Event
from jiga_store._logging import log
from jiga_store._requests import Call, get, path
from jiga_store._retries import pause
from jiga_store.errors import (
    ApiError,
    AuthenticationError,
    Bill,
    ConflictError,
    ConnectionError,
    JigaError,
    NotFoundError,
    PermissionError,
    RateLimitError,
    SessionEndedError,
)
from jiga_store.types.api import Connection, SessionView

HEARTBEAT = 2.0
# The store updates the bill every two seconds: a line that is so long silent is dead. But while an agent thinks, its session
# says nothing, so then it may take longer.
SILENCE = 8.0
THINKING = 20.0
# A session that nobody is connected to ends after ten minutes.
AWAY_AT_MOST = 600.0
# A ticket is good for a minute; a little less, for the way.
TICKET_LIFE = 50.0
ONE_TRY = 10.0
# A line that stood so long was a line, even if nothing was said on it.
STOOD = 5.0
OVER = 1000
TAKEN_OVER = 4002
NO_GOING_ON = 4000


class AsyncLine:
    """Keeps a line to a session open, and carries over it what the conversation has to say."""

    def __init__(
        self,
        transport: AsyncTransport,
        session_id: str,
        talk: Conversation,
        tell: Callable[[list[Event]], None],
        connection: Connection | None,
        connection_made_at: float | None,
        timeout: float,
        clock: Callable[[], float],
    ) -> None:
        self.signal = Signal()
        """Wakes whoever waits for something to change in the conversation."""
        self._transport = transport
        self._session_id = session_id
        self._talk = talk
        self._tell = tell
        self._connection = connection
        self._ticket_until = (connection_made_at if connection_made_at is not None else clock()) + TICKET_LIFE
        self._timeout = timeout
        self._clock = clock
        self._line: tuple[int, Socket] | None = None
        self._workers: list[Worker] = []
        self._opened_at = 0.0
        self._tries = 0
        """To open a line again, since one was of use."""
        self._closing = False

    async def open(self) -> None:
        """Opens the first line, and keeps one open from then on."""
        if self._workers:
            return
        end = self._clock() + self._timeout
        tries = 0
        while True:
            tries += 1
            try:
                await self._dial()
                break
            except (ConnectionError, ApiError) as e:
                wait = _asked_for(e) or pause(tries)
                if (
                    (isinstance(e, ApiError) and not e.retryable)
                    or self._clock() + wait > end
                    or self._talk.state == "ended"
                ):
                    raise
                log.debug("the line did not open, try %d", tries)
                await self.signal.wait(lambda: self._closing, wait)
        self._workers = [Worker(self._listen, "jiga-store line"), Worker(self._speak, "jiga-store outbox")]

    async def close(self) -> bool:
        """Hangs up, and waits until nothing goes on any more. False if that was done before."""
        if self._closing:
            return False
        self._closing = True
        self._tell(self._talk.left())
        self.signal.notify()
        if self._line is not None:
            await self._line[1].close()
        for worker in self._workers:
            await worker.stopped(timeout=5)
        return True

    def over(self, failure: Exception, bill: Bill | None = None) -> None:
        """Nothing more can be said."""
        self._tell(self._talk.over(failure, bill))
        self.signal.notify()

    async def _dial(self) -> None:
        """Opens a line, by the hire's ticket if it is still good, else by a new one."""
        connection, self._connection = self._connection, None
        if connection is None or self._clock() > self._ticket_until:
            call = Call(
                "POST",
                path("/sessions/{session_id}/connection", session_id=self._session_id),
                repeatable=True,
                timeout=ONE_TRY,
                max_retries=0,
            )
            connection = await self._transport.read(Connection, call)
        self._talk.knocks()
        try:
            socket = await Socket.open(_with_ticket(connection), connection.protocols or [], ONE_TRY)
        except AuthenticationError:
            # Not the caller but the ticket was refused: it was used, or is too old. There is another.
            raise ConnectionError("The line did not open: its ticket was not taken.") from None
        try:
            while True:
                self._tell(self._talk.heard(await socket.receive(ONE_TRY)))
                if self._talk.is_open:
                    break
        except SocketClosed as e:
            await socket.close()
            if e.code == NO_GOING_ON and self._talk.why_closed is not None:
                raise self._talk.why_closed from None
            raise ConnectionError(f"The line was closed before the session started on it ({e}).") from None
        if self._closing:
            await socket.close()
        self._line = (self._talk.line, socket)
        self._opened_at = self._clock()
        self.signal.notify()

    async def _listen(self) -> None:
        """Hears what the store says, on one line after the other."""
        try:
            while self._line is not None and not self._is_over():
                _, socket = self._line
                closed = await self._hear(socket)
                if not self._is_over():
                    await self._lost(closed)
        except Exception as e:  # noqa: BLE001 - nobody may wait for ever because of a mistake of ours
            self.over(e)
        self.signal.notify()

    async def _hear(self, socket: Socket) -> SocketClosed:
        try:
            while True:
                text = await socket.receive()
                self._tell(self._talk.heard(text))
                self.signal.notify()
        except SocketClosed as closed:
            return closed
        except ValueError:
            # Nothing that this line says can be trusted any more.
            socket.drop()
            return SocketClosed(None, "what came is no JSON")

    async def _lost(self, closed: SocketClosed) -> None:
        if closed.code in (OVER, TAKEN_OVER, NO_GOING_ON):
            await self._gone(closed.code)
            return
        log.debug("the line is lost: %s", closed)
        if self._talk.is_heard or self._clock() - self._opened_at >= STOOD:
            self._tries = 0
        self._tell(self._talk.lost(str(closed), closed.code))
        self.signal.notify()
        end = self._clock() + AWAY_AT_MOST
        asked_for: float | None = None
        while not self._is_over():
            if self._tries > 0:
                # That a line opens is not enough: if what is said on it breaks it, it would be opened and broken for ever.
                wait = asked_for or pause(self._tries, first=0.25, longest=10)
                if self._clock() + wait > end:
                    await self._over_with_bill("away_too_long")
                    return
                await self.signal.wait(self._is_over, wait)
                if self._is_over():
                    return
            self._tries += 1
            try:
                await self._dial()
                return
            except (AuthenticationError, PermissionError) as e:
                self.over(e)
                return
            except (ConflictError, NotFoundError):
                # It ended while we were away.
                await self._over_with_bill("ended")
                return
            except JigaError as e:
                asked_for = _asked_for(e)
                log.debug("the line is still away: %s, try %d", type(e).__name__, self._tries)

    async def _gone(self, code: int) -> None:
        """The store closed the line for good."""
        if code == TAKEN_OVER:
            self.over(SessionEndedError("opened_elsewhere"))
        elif code == NO_GOING_ON and self._talk.why_closed is not None:
            self.over(self._talk.why_closed)
        else:
            await self._over_with_bill("ended")

    async def _over_with_bill(self, otherwise: str) -> None:
        """Asks for the bill of a session that has ended without our hearing of it."""
        try:
            session = await self._transport.read(
                SessionView, get(path("/sessions/{session_id}", session_id=self._session_id))
            )
        except JigaError as e:
            log.debug("there is no bill: %s", type(e).__name__)
            self.over(SessionEndedError(otherwise))
            return
        reason = session.end_reason or otherwise
        bill = Bill(reason, session.dof.consumed, session.dof.allocated - session.dof.consumed)
        self.over(SessionEndedError(reason, bill), bill)

    async def _speak(self) -> None:
        """Sends what waits in the outbox, and a sign of life every two seconds."""
        try:
            beat = self._clock()
            while not self._is_over():
                if not self._talk.is_open or self._line is None:
                    # Away: what waits is sent when the line is back.
                    await self.signal.wait(lambda: self._talk.is_open or self._is_over())
                    beat = self._clock()
                    continue
                wait = max(0.0, beat + HEARTBEAT - self._clock())
                await self.signal.wait(lambda: self._talk.has_something_to_send() or self._is_over(), wait)
                beat = await self._send(*self._line, beat)
        except Exception as e:  # noqa: BLE001 - nobody may wait for ever because of a mistake of ours
            self.over(e)

    async def _send(self, line: int, socket: Socket, beat: float) -> float:
        try:
            while (text := self._talk.next_to_send(line)) is not None:
                await socket.send(text)
            now = self._clock()
            if now < beat + HEARTBEAT:
                return beat
            if now - self._talk.last_heard > (SILENCE if self._talk.is_answered else THINKING):
                log.debug("nothing was heard for %.0f s", now - self._talk.last_heard)
                socket.drop()
            elif (text := self._talk.ping(line)) is not None:
                await socket.send(text)
        except SocketClosed:
            # Whoever listens on it finds out as well, and opens another.
            await self.signal.wait(lambda: not self._talk.is_open or self._talk.line != line or self._is_over(), 1)
        return self._clock()

    def _is_over(self) -> bool:
        return self._closing or self._talk.state == "ended"


def _with_ticket(connection: Connection) -> str:
    parts = urlsplit(connection.websocket_url)
    return urlunsplit(parts._replace(query=f"ticket={quote(connection.ticket, safe='')}"))


def _asked_for(e: Exception) -> float | None:
    return e.retry_after if isinstance(e, RateLimitError) else None
