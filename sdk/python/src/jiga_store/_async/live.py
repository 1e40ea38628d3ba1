"""The live session: say something, hear the answer, see what it costs; a line that is lost is opened again."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator, Callable, Generator
from types import TracebackType
from typing import Any, Literal, overload
from urllib.parse import quote, urlsplit, urlunsplit

from typing_extensions import Self

from jiga_store._async._concurrency import Signal, Socket, SocketClosed, Worker
from jiga_store._async._transport import AsyncTransport
from jiga_store._async.answer import AsyncAnswer
from jiga_store._async.listeners import AsyncListeners
from jiga_store._live.conversation import Conversation
from jiga_store._live.events import Event, EventName, Part, Reconnected, Reconnecting, State
from jiga_store._logging import log
from jiga_store._models import parse
from jiga_store._requests import Call, get, path
from jiga_store._retries import pause
from jiga_store.cost import CostMeter
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
    TimeoutError,
)
from jiga_store.types.api import Connection, Ended, SessionView
from jiga_store.types.frames import DofUpdateData, EventDetectedData, SessionStartedData, WarningData

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
OVER = 1000
TAKEN_OVER = 4002
NO_GOING_ON = 4000


class AsyncLiveSession:
    """A session with a line to it.

    ```python
    async with session.connect() as live:
        live.on("warning", lambda warning: print(warning.text))
        async for part in live.say("They push B, what now?"):
            print(part.text, end="", flush=True)
        print(live.cost.consumed, live.cost.remaining)
    ```

    Leaving the block ends the session, and what it did not use goes back to the wallet; with `connect(keep=True)` it is
    only left, and can be connected to again within ten minutes.

    When the line drops, it is opened again with a new ticket. The caller is told (`reconnecting`, `reconnected`) and has
    nothing to do: what had no answer yet is said again with the same number, and is paid once. Only when the store ends
    the session does a call fail, with the bill.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        session_id: str,
        connection: Connection | None = None,
        *,
        connection_made_at: float | None = None,
        keep: bool = False,
        timeout: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Made by `session.connect()` and `store.sessions.connect(id)`."""
        self.session_id = session_id
        self.cost = CostMeter(clock)
        """What it costs, moment by moment."""
        self._transport = transport
        self._connection = connection
        self._ticket_until = (connection_made_at if connection_made_at is not None else clock()) + TICKET_LIFE
        self._keep = keep
        self._timeout = timeout
        self._clock = clock
        self._talk = Conversation(self.cost, clock)
        self._listeners = AsyncListeners()
        self._signal = Signal()
        self._line: tuple[int, Socket] | None = None
        self._workers: list[Worker] = []
        self._closing = False

    # -- opening and leaving

    async def _open(self) -> None:
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
                await self._signal.wait(lambda: self._closing, wait)
        self._workers = [Worker(self._listen, "jiga-store line"), Worker(self._speak, "jiga-store outbox")]

    # async only
    def __await__(self) -> Generator[object, None, Self]:
        """Opens the line without a block; call `end` or `close` in the end."""
        return self.__aenter__().__await__()

    # end

    async def __aenter__(self) -> Self:
        """Opens the line."""
        await self._open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the session, or only leaves it with `keep`."""
        try:
            if not self._keep and self.state != "ended":
                # What was said is still answered, but not if the block has failed.
                await self.end(drain=0 if kind is not None else 10)
        except JigaError as e:
            # What broke the block is worth more than what broke while tidying up after it.
            if kind is None and not isinstance(e, SessionEndedError):
                raise
            log.warning("the session could not be ended: %s", type(e).__name__)
        finally:
            await self.close()

    async def close(self) -> None:
        """Leaves the session without ending it: the clock stands, and for ten minutes one may come back."""
        if self._closing:
            return
        self._closing = True
        self._tell(self._talk.left())
        self._signal.notify()
        if self._line is not None:
            await self._line[1].close()
        for worker in self._workers:
            await worker.stopped(timeout=5)
        await self._listeners.close()

    async def end(self, *, drain: float = 10.0) -> Bill:
        """Ends the session, and says what it came to. Ending twice gives the same bill.

        What was said and has no answer yet is waited for, at most `drain` seconds.
        """
        if self.bill is None and drain > 0:
            await self._signal.wait(lambda: self._talk.is_answered or self._talk.state == "ended", drain)
        if self.bill is None and self._talk.is_open:
            self._talk.ask_to_end()
            self._signal.notify()
            await self._signal.wait(lambda: self._talk.state == "ended" or not self._talk.is_open, 5)
        if self.bill is None:
            # The line is away, or says nothing: the same by another way.
            call = Call("DELETE", path("/sessions/{session_id}", session_id=self.session_id))
            ended = parse(Ended, await self._transport.json(call))
            bill = Bill(ended.reason, ended.consumed, ended.released)
            self._tell(self._talk.over(SessionEndedError(bill.reason, bill), bill))
            # Also where the line had been over before, such as by another program.
            self._talk.bill = bill
            self._signal.notify()
        return self._talk.bill or Bill("ended", 0, 0)

    # -- saying something

    def say(self, text: str) -> AsyncAnswer:
        """Says something to the agent, at once, and gives the answer as it comes: walk through it, or take `.whole()`.

        An answer that nobody waits for reaches listeners to `response` all the same.
        """
        return self._say("text_input", {"text": text})

    def send_voice(self, audio: bytes, *, transcript: str | None = None) -> AsyncAnswer:
        """Says something by voice: a wav, or Opus in ogg or webm, of at most 60 seconds."""
        data = {"audio": base64.b64encode(audio).decode()}
        return self._say("voice_input", {**data, "transcript": transcript} if transcript is not None else data)

    def game_event(self, kind: str, **members: Any) -> AsyncAnswer:
        """Tells what happened in the game: `live.game_event("kill", weapon="M4", headshot=True)`."""
        return self._say("game_event", {**members, "kind": kind})

    def frame(self, image: bytes) -> AsyncAnswer:
        """Shows a picture of the game: a PNG, JPEG or WebP of at most 1 MiB."""
        return self._say("frame", {"image": base64.b64encode(image).decode()})

    def configure(self, **configuration: Any) -> None:
        """Changes what is asked of the agent in this session: `live.configure(target_fps=3)`.

        The store answers only if it refuses, to listeners of `error`.
        """
        self._talk.configure(configuration)
        self._signal.notify()

    async def pause(self, *, timeout: float = 30.0) -> None:
        """Stops the clock. It stands when this returns; until `resume`, nothing can be said."""
        await self._wish("pause", "paused", timeout)

    async def resume(self, *, timeout: float = 30.0) -> None:
        """Lets the clock run again."""
        await self._wish("resume", "live", timeout)

    async def _wish(self, what: str, state: State, timeout: float) -> None:
        self._talk.wish(what)
        self._signal.notify()
        if not await self._signal.wait(lambda: self._talk.state in (state, "ended"), timeout):
            raise TimeoutError(f"The store has not confirmed '{what}' yet. It will be told again after a reconnect.")
        self._talk.refuse_if_over()

    def _say(self, type_: str, data: dict[str, Any]) -> AsyncAnswer:
        answer = AsyncAnswer()
        self._talk.say(type_, data, answer._of)  # noqa: SLF001 - made for each other
        self._signal.notify()
        return answer

    # -- hearing of what happens

    @property
    def state(self) -> State:
        """`connecting`, `live`, `paused`, `reconnecting` or `ended`."""
        return self._talk.state

    @property
    def started(self) -> SessionStartedData | None:
        """What the store said when the line was opened, such as the limits of what can be sent."""
        return self._talk.started

    @property
    def bill(self) -> Bill | None:
        """What the session came to, once it is over."""
        return self._talk.bill

    @overload
    def on(self, event: Literal["started"], listener: Callable[[SessionStartedData], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["response"], listener: Callable[[Part], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["dof_update"], listener: Callable[[DofUpdateData], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["detected"], listener: Callable[[EventDetectedData], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["warning"], listener: Callable[[WarningData], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["reconnecting"], listener: Callable[[Reconnecting], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["reconnected"], listener: Callable[[Reconnected], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["ended"], listener: Callable[[Bill], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["error"], listener: Callable[[Exception], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: Literal["unknown"], listener: Callable[[dict[str, Any]], object]) -> Callable[[], None]: ...
    @overload
    def on(self, event: EventName, listener: Callable[[Any], object]) -> Callable[[], None]: ...
    def on(self, event: EventName, listener: Callable[[Any], object]) -> Callable[[], None]:
        """Calls `listener` whenever this happens; what it returns takes the listener away again.

        A listener that raises reaches listeners to `error`, and breaks nothing. Who listens to `started` or `ended` after
        that has happened is told at once.
        """
        return self._listeners.add(event, listener)

    def events(self) -> AsyncIterator[Event]:
        """Everything that happens from now on, as `(name, value)`, until the session is over or left."""
        return self._listeners.walk()

    def _tell(self, events: list[Event]) -> None:
        self._listeners.tell(events)
        if self._talk.state == "ended":
            self._listeners.over()
        for event in events:
            if event.name == "dof_update":
                for listener in self.cost._current_listeners():  # noqa: SLF001 - the session drives its meter
                    self._listeners.call_beside(listener, self.cost.now())

    # -- the line

    async def _dial(self) -> None:
        """Opens a line, by the hire's ticket if it is still good, else by a new one."""
        connection, self._connection = self._connection, None
        if connection is None or self._clock() > self._ticket_until:
            call = Call(
                "POST",
                path("/sessions/{session_id}/connection", session_id=self.session_id),
                repeatable=True,
                timeout=ONE_TRY,
                max_retries=0,
            )
            connection = parse(Connection, await self._transport.json(call))
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
        self._signal.notify()

    async def _listen(self) -> None:
        """Hears what the store says, on one line after the other."""
        try:
            while self._line is not None and not self._is_over():
                _, socket = self._line
                closed = await self._hear(socket)
                if not self._is_over():
                    await self._lost(closed)
        except Exception as e:  # noqa: BLE001 - nobody may wait for ever because of a mistake of ours
            self._over(e)
        self._signal.notify()

    async def _hear(self, socket: Socket) -> SocketClosed:
        try:
            while True:
                text = await socket.receive()
                self._tell(self._talk.heard(text))
                self._signal.notify()
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
        self._tell(self._talk.lost(str(closed), closed.code))
        self._signal.notify()
        end = self._clock() + AWAY_AT_MOST
        tries = 0
        while not self._is_over():
            tries += 1
            try:
                await self._dial()
                return
            except (AuthenticationError, PermissionError) as e:
                self._over(e)
                return
            except (ConflictError, NotFoundError):
                # It ended while we were away.
                await self._over_with_bill("ended")
                return
            except JigaError as e:
                wait = _asked_for(e) or pause(tries, first=0.25, longest=10)
                log.debug("the line is still away: %s, try %d", type(e).__name__, tries)
                if self._clock() + wait > end:
                    await self._over_with_bill("away_too_long")
                    return
                await self._signal.wait(self._is_over, wait)

    async def _gone(self, code: int) -> None:
        """The store closed the line for good."""
        if code == TAKEN_OVER:
            self._over(SessionEndedError("opened_elsewhere"))
        elif code == NO_GOING_ON and self._talk.why_closed is not None:
            self._over(self._talk.why_closed)
        else:
            await self._over_with_bill("ended")

    async def _over_with_bill(self, otherwise: str) -> None:
        """Asks for the bill of a session that has ended without our hearing of it."""
        try:
            session = parse(
                SessionView,
                await self._transport.json(get(path("/sessions/{session_id}", session_id=self.session_id))),
            )
        except JigaError as e:
            log.debug("there is no bill: %s", type(e).__name__)
            self._over(SessionEndedError(otherwise))
            return
        reason = session.end_reason or otherwise
        bill = Bill(reason, session.dof.consumed, session.dof.allocated - session.dof.consumed)
        self._over(SessionEndedError(reason, bill), bill)

    def _over(self, failure: Exception, bill: Bill | None = None) -> None:
        self._tell(self._talk.over(failure, bill))
        self._signal.notify()

    async def _speak(self) -> None:
        """Sends what waits in the outbox, and a sign of life every two seconds."""
        try:
            beat = self._clock()
            while not self._is_over():
                if not self._talk.is_open or self._line is None:
                    # Away: what waits is sent when the line is back.
                    await self._signal.wait(lambda: self._talk.is_open or self._is_over())
                    beat = self._clock()
                    continue
                wait = max(0.0, beat + HEARTBEAT - self._clock())
                await self._signal.wait(lambda: self._talk.has_something_to_send() or self._is_over(), wait)
                beat = await self._send(*self._line, beat)
        except Exception as e:  # noqa: BLE001 - nobody may wait for ever because of a mistake of ours
            self._over(e)

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
            await self._signal.wait(lambda: not self._talk.is_open or self._talk.line != line or self._is_over(), 1)
        return self._clock()

    def _is_over(self) -> bool:
        return self._closing or self._talk.state == "ended"

    def __repr__(self) -> str:
        """Shows which one it is."""
        return f"LiveSession({self.session_id!r}, state={self.state!r})"


def _with_ticket(connection: Connection) -> str:
    parts = urlsplit(connection.websocket_url)
    return urlunsplit(parts._replace(query=f"ticket={quote(connection.ticket, safe='')}"))


def _asked_for(e: Exception) -> float | None:
    return e.retry_after if isinstance(e, RateLimitError) else None
