"""What a live session costs, moment by moment, and never more than its bill will say."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Cost", "CostMeter"]

MILLIS_PER_HOUR = 3_600_000
# So far behind the clock the meter runs: a heartbeat, and its way there and back. It then flows instead of stepping.
BEHIND = 2.5


@dataclass(frozen=True)
class Cost:
    """How the bill stands at one moment, in whole DOF.

    >>> Cost(rate=8000, consumed=104, remaining=19_896, estimated_seconds_left=8953.2).consumed
    104
    """

    rate: int
    """DOF an active hour."""
    consumed: int
    remaining: int
    estimated_seconds_left: float | None
    """Until time alone has used the rest up; None while the clock stands."""


class CostMeter:
    """Shows what a session has cost so far, also between the store's updates.

    The store says how the bill stands every two seconds, and charges time only while it hears the client: when a line is
    silently dead, the clock is set back to the last sign of life. So what is shown is the bill as of the last moment at
    which the store **is known** to have heard this client, some two seconds ago. That is why it never shows more than
    the bill in the end.

    ```python
    stop = live.cost.on_change(lambda cost: print(cost.consumed, cost.remaining))
    ```
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Made by the live session."""
        self._clock = clock
        self._lock = threading.Lock()
        self._allocated = 0
        self._rate = 0
        self._stated = 0
        self._stated_at = 0.0
        self._running = False
        self._certain = 0
        self._opened_at = 0.0
        self._heard_at = 0.0
        self._shown = 0
        self._final = False
        self._listeners: list[Callable[[Cost], None]] = []

    @property
    def rate(self) -> int:
        """DOF an active hour."""
        return self._rate

    @property
    def consumed(self) -> int:
        """DOF so far. It never falls, and never exceeds what the bill says in the end."""
        return self.now().consumed

    @property
    def remaining(self) -> int:
        """DOF of the allocation that are left."""
        return self.now().remaining

    @property
    def estimated_seconds_left(self) -> float | None:
        """Until time alone has used the rest up; None while the clock stands."""
        return self.now().estimated_seconds_left

    def now(self) -> Cost:
        """All figures of one moment."""
        with self._lock:
            if not self._final:
                self._shown = max(self._shown, self._known())
            remaining = max(0, self._allocated - self._shown)
            left = remaining * 3600 / self._rate if self._running and self._rate > 0 else None
            return Cost(self._rate, self._shown, remaining, left)

    def on_change(self, listener: Callable[[Cost], None]) -> Callable[[], None]:
        """Calls `listener` whenever the store has told something new; what it returns stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def stop(self) -> None:
        """Calls no listener any more. The figures can still be read."""
        self._listeners.clear()

    # What the live session tells it.

    def _known(self) -> int:
        if not self._running:
            return self._stated
        shown_time = max(self._opened_at, min(self._heard_at, self._clock() - BEHIND))
        # By whole DOF, rounded down as the store does; less than was stated where that is not yet certain.
        grown = int(self._rate * 1000 * (shown_time - self._stated_at) // MILLIS_PER_HOUR)
        return max(self._certain, min(self._stated + grown, self._allocated or self._stated))

    def _opened(self, *, allocated: int, consumed: int, rate: int, running: bool, knocked_at: float) -> None:
        self._opened_at = knocked_at
        self._set(consumed, rate, running, allocated=allocated)
        with self._lock:
            # Certain, because the clock stood until now; a store that crashed may have lost a moment of what was shown.
            self._shown = self._certain = consumed

    def _charged(self, dof: int) -> None:
        """An answer was paid; that is certain at once."""
        with self._lock:
            self._certain += dof

    def _updated(self, *, consumed: int, remaining: int, rate: int, running: bool) -> None:
        self._set(consumed, rate, running, allocated=consumed + remaining)

    def _set(self, consumed: int, rate: int, running: bool, *, allocated: int) -> None:
        with self._lock:
            if self._final:
                return
            self._shown = max(self._shown, self._known())
            self._allocated, self._rate = allocated, rate
            self._stated, self._stated_at, self._running = consumed, self._clock(), running

    def _heard(self, sent_at: float) -> None:
        """The store answered what was sent at this time, so it heard us then."""
        with self._lock:
            self._heard_at = max(self._heard_at, sent_at)

    def _settled(self, consumed: int, released: int) -> None:
        with self._lock:
            self._final, self._running = True, False
            self._shown, self._allocated = consumed, consumed + released

    def _stopped(self) -> None:
        with self._lock:
            self._shown = max(self._shown, self._known())
            self._final, self._running = True, False

    def _current_listeners(self) -> list[Callable[[Cost], None]]:
        return list(self._listeners)
