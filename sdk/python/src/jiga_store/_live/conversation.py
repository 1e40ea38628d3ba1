"""Everything about a session's line but the line itself, so that tasks and threads share it.

The rules are those of docs/api/asyncapi.yaml: each frame that may cost something has a `seq`, counted from 1 for the whole
session, and exactly one last word. What has not had its last word stays in the outbox, in order, and is said again with
the same `seq` after a reconnect: the store answers what it had accepted as `replayed`, and charges it once.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from typing import Any

from jiga_store._live.events import Event, Part, Reconnected, Reconnecting, State
from jiga_store._live.exchange import Exchange
from jiga_store._logging import log
from jiga_store._models import parse
from jiga_store._requests import encoded
from jiga_store.cost import CostMeter
from jiga_store.errors import Bill, ConnectionError, SessionEndedError, error_of_frame
from jiga_store.types.frames import (
    AckData,
    AgentResponseData,
    DofUpdateData,
    EventDetectedData,
    SessionEndedData,
    SessionStartedData,
    WarningData,
)

# The store stops reading from a client with 64 unanswered frames; with half of that the line is never idle.
MOST_IN_FLIGHT = 32
# What may wait while the line is away. Ten minutes of a busy game are some 1,200 events.
MOST_WAITING = 10_000
MOST_BYTES_WAITING = 64 * 1024 * 1024
# The same frame out of order so often: somebody else is speaking in this session.
MOST_REFUSALS = 3


class Conversation:
    """What is said in one session, and what is answered.

    Its methods may be called from any thread: none of them waits for anything but the lock.
    """

    def __init__(self, cost: CostMeter, clock: Callable[[], float] = time.monotonic) -> None:
        self.state: State = "connecting"
        self.started: SessionStartedData | None = None
        self.bill: Bill | None = None
        self.failure: Exception | None = None
        self.last_heard = 0.0
        self.line = 0
        """Which line it is, counted from 1."""
        self.is_heard = False
        """Whether something that was said was answered on this line."""
        self._cost = cost
        self._clock = clock
        self._lock = threading.RLock()
        self._outbox: deque[Exchange] = deque()
        self._bytes = 0
        self._controls: deque[str] = deque()
        self._next_seq = 1
        self._done_to = 0
        self._stale: Counter[int] = Counter()
        self._pings: deque[float] = deque()
        self._configuration: dict[str, Any] = {}
        self._wish: str | None = None
        self._knocked_at = 0.0
        self._lost_at: float | None = None
        self._last_error: Exception | None = None
        self._handlers: dict[str, Callable[[int | None, Mapping[str, Any]], list[Event]]] = {
            "session_started": self._on_started,
            "agent_response": self._on_response,
            "event_detected": self._on_detected,
            "warning": self._on_warning,
            "ack": self._on_ack,
            "error": self._on_error,
            "dof_update": self._on_update,
            "session_ended": self._on_ended,
            "pong": self._on_pong,
        }

    # -- what is said

    def say(self, type_: str, data: Mapping[str, Any], changed: Callable[[Exchange], Callable[[], None]]) -> Exchange:
        """Puts a frame into the outbox. It is sent when the line is there, and again if the line is lost."""
        data_sent = encoded(data)
        size = len(data_sent)
        with self._lock:
            self.refuse_if_over()
            self._refuse_if_too_long(size)
            if len(self._outbox) >= MOST_WAITING or self._bytes + size > MOST_BYTES_WAITING:
                raise ConnectionError("Too much waits to be said: the line has been away for too long.")
            exchange = Exchange(type_, data_sent.decode(), self._next_seq, size)
            exchange.changed = changed(exchange)
            self._next_seq += 1
            self._bytes += size
            self._outbox.append(exchange)
            return exchange

    def configure(self, configuration: Mapping[str, Any]) -> None:
        """Changes what is asked of the agent. What was asked for before is kept, and told again after a reconnect."""
        with self._lock:
            self.refuse_if_over()
            # What cannot be sent is not kept either, or each line that follows would break on it.
            whole = {**self._configuration, **configuration}
            self._refuse_if_too_long(len(encoded(whole)))
            self._configuration = whole
            self._control("config_update", whole)

    def _refuse_if_too_long(self, size: int) -> None:
        if self.started is not None and size + 64 > self.started.limits.message_bytes:
            # The store would close the line on it each time (1009).
            raise ValueError(f"A frame has at most {self.started.limits.message_bytes} bytes.")

    def wish(self, what: str) -> None:
        """`pause` or `resume`, which holds across a reconnect until the store has confirmed it."""
        with self._lock:
            self.refuse_if_over()
            self._wish = what
            self._control(what)

    def ask_to_end(self) -> None:
        """Ends the session when all that waits has been sent."""
        with self._lock:
            self._control("end_session")

    def refuse_if_over(self) -> None:
        """Raises what ended the conversation, if something has."""
        if self.failure is not None:
            raise self.failure

    def _control(self, type_: str, data: Mapping[str, Any] | None = None) -> None:
        frame = {"type": type_, "data": data} if data is not None else {"type": type_}
        self._controls.append(encoded(frame).decode())

    @property
    def is_answered(self) -> bool:
        """Whether nothing waits for an answer any more."""
        with self._lock:
            return not self._outbox

    @property
    def is_open(self) -> bool:
        """Whether there is a line at this moment."""
        return self.state in ("live", "paused")

    # -- what goes over the line

    def has_something_to_send(self) -> bool:
        """Whether `next_to_send` would give something."""
        with self._lock:
            return self.is_open and (bool(self._controls) or self._next_unsent() is not None)

    def next_to_send(self, line: int) -> str | None:
        """The next frame for this line, which counts as sent from now on; None also when there is another line by now."""
        with self._lock:
            if not self.is_open or line != self.line:
                return None
            if self._controls:
                return self._controls.popleft()
            exchange = self._next_unsent()
            if exchange is None:
                return None
            exchange.sent, exchange.sent_at = True, self._clock()
            return exchange.encoded()

    def ping(self, line: int) -> str | None:
        """A frame that the store answers, which shows at both ends that the line is there."""
        with self._lock:
            if not self.is_open or line != self.line:
                return None
            self._pings.append(self._clock())
            return '{"type":"ping"}'

    def _next_unsent(self) -> Exchange | None:
        # All that are sent stand before all that are not, so few are looked at.
        for number, exchange in enumerate(self._outbox):
            if number >= MOST_IN_FLIGHT:
                return None
            if not exchange.sent:
                return exchange
        return None

    # -- the line comes and goes

    def knocks(self) -> None:
        """A line is about to be opened."""
        self._knocked_at = self._clock()

    def lost(self, reason: str, code: int | None = None) -> list[Event]:
        """The line is gone; what was not answered will be said again."""
        with self._lock:
            if self.state == "ended":
                return []
            first = self.state != "reconnecting"
            self.state = "reconnecting"
            self._lost_at = self._lost_at or self._clock()
            self._pings.clear()
            self._stale.clear()
            self._controls.clear()
            for exchange in self._outbox:
                exchange.lost()
            return [Event("reconnecting", Reconnecting(reason, code))] if first else []

    def over(self, failure: Exception, bill: Bill | None = None) -> list[Event]:
        """Nothing more can be said; whoever waits for an answer is told why."""
        with self._lock:
            if self.state == "ended":
                return []
            self.state, self.failure, self.bill = "ended", failure, bill
            waiting = list(self._outbox)
            self._outbox.clear()
            self._controls.clear()
            if bill is not None:
                self._cost._settled(bill.consumed, bill.released)  # noqa: SLF001 - the session drives its meter
            else:
                self._cost._stopped()  # noqa: SLF001
        for exchange in waiting:
            exchange.finish(error=failure)
        return [Event("ended", bill)] if bill is not None else [Event("error", failure)]

    def left(self) -> list[Event]:
        """The client goes, the session stays. Only who still waits for an answer has to know."""
        failure = ConnectionError("The live session was left.", retryable=False)
        return self.over(failure) if not self.is_answered else self.over(failure)[:0]

    @property
    def why_closed(self) -> Exception | None:
        """What the store said before it closed the line for good."""
        return self._last_error

    # -- what comes over the line

    def heard(self, text: str) -> list[Event]:
        """Takes in one frame, and gives what listeners are to be told."""
        frame = json.loads(text)
        if not isinstance(frame, dict):
            return []
        with self._lock:
            self.last_heard = self._clock()
            handler = self._handlers.get(str(frame.get("type")))
            if handler is None:
                return [Event("unknown", frame)]
            seq, data = frame.get("seq"), frame.get("data")
            return handler(seq if isinstance(seq, int) else None, data if isinstance(data, dict) else {})

    def _on_started(self, _: int | None, data: Mapping[str, Any]) -> list[Event]:
        started = parse(SessionStartedData, data)
        first = self.started is None
        self.started = started
        self.line += 1
        self.is_heard = False
        paused = started.status == "paused"
        self.state = "paused" if paused else "live"
        self._cost._opened(  # noqa: SLF001
            allocated=started.dof.allocated,
            consumed=started.dof.consumed,
            rate=started.dof.rate,
            running=not paused,
            knocked_at=self._knocked_at,
        )
        self._number_anew(after=started.resumed_from_seq)
        if self._configuration:
            self._control("config_update", self._configuration)
        if self._wish is not None and (self._wish == "pause") != paused:
            self._control(self._wish)
        if first:
            return [Event("started", started)]
        away = self._clock() - self._lost_at if self._lost_at is not None else 0.0
        self._lost_at = None
        return [Event("reconnected", Reconnected(started.resumed_from_seq, away))]

    def _number_anew(self, after: int) -> None:
        """What the store had accepted keeps its number, for the same answer; the rest follows on what it had accepted."""
        self._done_to = max(self._done_to, min(after, self._outbox[0].seq - 1 if self._outbox else after))
        seq = after
        for exchange in self._outbox:
            # What was never sent has no number there yet; another program may have used the one it was given here.
            if exchange.seq > after or not exchange.again:
                seq += 1
                exchange.seq = seq
        self._next_seq = seq + 1

    def _on_response(self, seq: int | None, data: Mapping[str, Any]) -> list[Event]:
        said = parse(AgentResponseData, data)
        exchange = self._waiting(seq)
        if exchange is None:
            return [] if self._is_known(seq) else [Event("response", _part(said, seq or 0))]
        text, restart = said.text or "", False
        if said.kind is None and exchange.is_heard(said.part):
            return []
        if said.kind is None:
            text, restart = exchange.new_text(text)
        elif not exchange.is_new_beside(said.kind, text):
            text = ""
            if not said.done:
                return []
        part = _part(said, exchange.seq, text=text, restart=restart)
        exchange.take(part)
        if said.done:
            self._finish(exchange, said.dof_consumed, replayed=bool(said.replayed))
        if not text and not said.done:
            return []
        return [Event("response", part)]

    def _on_detected(self, seq: int | None, data: Mapping[str, Any]) -> list[Event]:
        return self._beside(seq, "detected", parse(EventDetectedData, data))

    def _on_warning(self, seq: int | None, data: Mapping[str, Any]) -> list[Event]:
        return self._beside(seq, "warning", parse(WarningData, data))

    def _beside(self, seq: int | None, name: Any, value: EventDetectedData | WarningData) -> list[Event]:
        exchange = self._waiting(seq)
        if exchange is None:
            return [] if self._is_known(seq) else [Event(name, value)]
        what = value.kind if isinstance(value, EventDetectedData) else value.code
        return [Event(name, value)] if exchange.is_new_beside(f"{name} {what}", value.text) else []

    def _on_ack(self, seq: int | None, data: Mapping[str, Any]) -> list[Event]:
        exchange = self._waiting(seq)
        if exchange is not None:
            ack = parse(AckData, data)
            exchange.forgotten = bool(ack.forgotten)
            self._finish(exchange, ack.dof_consumed, replayed=bool(ack.replayed))
        return []

    def _on_error(self, seq: int | None, data: Mapping[str, Any]) -> list[Event]:
        error = error_of_frame(data)
        if seq is None:
            self._last_error = error
            return [Event("error", error)]
        if data.get("code") == "SEQ_OUT_OF_ORDER":
            return self._out_of_order(seq, data.get("expected"), error)
        exchange = self._waiting(seq)
        if exchange is None:
            return [] if self._is_known(seq) else [Event("error", error)]
        if data.get("code") == "ALLOCATION_EXHAUSTED":
            # The session ends on it: session_ended follows, and tells whoever waits, with the bill.
            return [Event("error", error)]
        if data.get("accepted") is False:
            self._refused(exchange, error)
        else:
            self._finish(exchange, 0, error)
        return [Event("error", error)]

    def _out_of_order(self, seq: int, expected: object, error: Exception) -> list[Event]:
        if self._stale[seq] > 0:
            # It was sent after a frame that was refused; it has another number by now, and was sent again.
            self._stale[seq] -= 1
            return []
        if not self._outbox or not isinstance(expected, int):
            return [Event("error", error)]
        log.debug("the store expects seq %d, not %d", expected, seq)
        first = self._outbox[0]
        first.refusals += 1
        if first.refusals > MOST_REFUSALS:
            self._refused(first, error)
            return [Event("error", error)]
        self._send_again(list(self._outbox), expected, but=seq)
        return []

    def _refused(self, exchange: Exchange, error: Exception) -> None:
        """Nothing was charged, and its number is free: those after it, which the store refuses too, move up."""
        later = [other for other in self._outbox if other.seq > exchange.seq]
        self._send_again(later, exchange.seq)
        self._remove(exchange)
        self.is_heard = True
        exchange.finish(error=error)

    def _send_again(self, exchanges: list[Exchange], first_seq: int, but: int | None = None) -> None:
        seq = first_seq
        for exchange in exchanges:
            if exchange.sent and exchange.seq != but:
                self._stale[exchange.seq] += 1
            exchange.seq, exchange.sent = seq, False
            seq += 1
        self._next_seq = seq

    def _on_update(self, _: int | None, data: Mapping[str, Any]) -> list[Event]:
        update = parse(DofUpdateData, data)
        if self.is_open:
            self.state = "paused" if update.paused else "live"
        if self._wish is not None and (self._wish == "pause") == update.paused:
            self._wish = None
        self._cost._updated(  # noqa: SLF001
            consumed=update.consumed, remaining=update.remaining, rate=update.rate, running=not update.paused
        )
        return [Event("dof_update", update)]

    def _on_ended(self, _: int | None, data: Mapping[str, Any]) -> list[Event]:
        ended = parse(SessionEndedData, data)
        bill = Bill(ended.reason, ended.consumed, ended.released)
        return self.over(SessionEndedError(bill.reason, bill), bill)

    def _on_pong(self, _: int | None, __: Mapping[str, Any]) -> list[Event]:
        if self._pings:
            self._cost._heard(self._pings.popleft())  # noqa: SLF001
        return []

    def _waiting(self, seq: int | None) -> Exchange | None:
        # Answers come in the order of their seq, so it is the first one or close to it.
        for exchange in self._outbox:
            if exchange.seq == seq:
                return exchange
        return None

    def _is_known(self, seq: int | None) -> bool:
        """Whether the last word about this was heard: then whatever is said about it again was heard too."""
        return seq is not None and seq <= self._done_to

    def _finish(
        self, exchange: Exchange, dof_consumed: int | None, error: Exception | None = None, *, replayed: bool = False
    ) -> None:
        if not replayed:
            # What is replayed was paid before this line, whose first word counted it.
            self._cost._heard(exchange.sent_at)  # noqa: SLF001
            self._cost._charged(dof_consumed or 0)  # noqa: SLF001
        self._done_to = max(self._done_to, exchange.seq)
        self._remove(exchange)
        self.is_heard = True
        exchange.finish(dof_consumed=dof_consumed or 0, error=error)

    def _remove(self, exchange: Exchange) -> None:
        self._bytes -= exchange.size
        if self._outbox and self._outbox[0] is exchange:
            self._outbox.popleft()
        else:
            self._outbox.remove(exchange)


def _part(said: AgentResponseData, seq: int, *, text: str | None = None, restart: bool = False) -> Part:
    return Part(
        text=said.text if text is None else text,
        seq=seq,
        done=bool(said.done),
        kind=said.kind,
        title=said.title,
        level=said.level,
        emotion=said.emotion,
        dof_consumed=said.dof_consumed,
        replayed=bool(said.replayed),
        restart=restart,
    )
