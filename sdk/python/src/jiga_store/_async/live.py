"""The live session: say something, hear the answer, see what it costs; a line that is lost is opened again."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator, Callable, Generator
from types import TracebackType
from typing import Any, Literal, overload

from typing_extensions import Self

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.answer import AsyncAnswer
from jiga_store._async.line import AsyncLine
from jiga_store._async.listeners import AsyncListeners
from jiga_store._live.conversation import Conversation
from jiga_store._live.events import Event, EventName, Part, Reconnected, Reconnecting, State
from jiga_store._logging import log
from jiga_store._requests import Call, path
from jiga_store.cost import CostMeter
from jiga_store.errors import (
    Bill,
    JigaError,
    SessionEndedError,
    TimeoutError,
)
from jiga_store.types.api import Connection, Ended
from jiga_store.types.frames import DofUpdateData, EventDetectedData, SessionStartedData, WarningData


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
        self._keep = keep
        self._talk = Conversation(self.cost, clock)
        self._listeners = AsyncListeners()
        self._line = AsyncLine(
            transport, session_id, self._talk, self._tell, connection, connection_made_at, timeout, clock
        )

    # -- opening and leaving

    # async only
    def __await__(self) -> Generator[object, None, Self]:
        """Opens the line without a block; call `end` or `close` in the end."""
        return self.__aenter__().__await__()

    # end

    async def __aenter__(self) -> Self:
        """Opens the line."""
        await self._line.open()
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
        if await self._line.close():
            await self._listeners.close()

    async def end(self, *, drain: float = 10.0) -> Bill:
        """Ends the session, and says what it came to. Ending twice gives the same bill.

        What was said and has no answer yet is waited for, at most `drain` seconds.
        """
        if self.bill is None and drain > 0:
            await self._line.signal.wait(lambda: self._talk.is_answered or self._talk.state == "ended", drain)
        if self.bill is None and self._talk.is_open:
            self._talk.ask_to_end()
            self._line.signal.notify()
            await self._line.signal.wait(lambda: self._talk.state == "ended" or not self._talk.is_open, 5)
        if self.bill is None:
            # The line is away, or says nothing: the same by another way.
            call = Call("DELETE", path("/sessions/{session_id}", session_id=self.session_id))
            ended = await self._transport.read(Ended, call)
            bill = Bill(ended.reason, ended.consumed, ended.released)
            self._line.over(SessionEndedError(bill.reason, bill), bill)
            # Also where the line had been over before, such as by another program.
            self._talk.bill = bill
            self._line.signal.notify()
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
        self._line.signal.notify()

    async def pause(self, *, timeout: float = 30.0) -> None:
        """Stops the clock. It stands when this returns; until `resume`, nothing can be said."""
        await self._wish("pause", "paused", timeout)

    async def resume(self, *, timeout: float = 30.0) -> None:
        """Lets the clock run again."""
        await self._wish("resume", "live", timeout)

    async def _wish(self, what: str, state: State, timeout: float) -> None:
        self._talk.wish(what)
        self._line.signal.notify()
        if not await self._line.signal.wait(lambda: self._talk.state in (state, "ended"), timeout):
            raise TimeoutError(f"The store has not confirmed '{what}' yet. It will be told again after a reconnect.")
        self._talk.refuse_if_over()

    def _say(self, type_: str, data: dict[str, Any]) -> AsyncAnswer:
        answer = AsyncAnswer()
        self._talk.say(type_, data, answer._of)  # noqa: SLF001 - made for each other
        self._line.signal.notify()
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

    def __repr__(self) -> str:
        """Shows which one it is."""
        return f"LiveSession({self.session_id!r}, state={self.state!r})"
