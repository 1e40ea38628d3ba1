"""The meter: never more than the bill, never falling, and moving between the store's updates."""

from __future__ import annotations

import itertools
import random

import pytest

from jiga_store import CostMeter

RATE = 18_000


class Session:
    """A store's clock and a client's meter, with a line between them that takes its time, and may die without a word."""

    def __init__(self, chance: random.Random) -> None:
        self.now = 0.0
        self.meter = CostMeter(lambda: self.now)
        self.chance = chance
        self.charged = 0
        self.began = 0.0
        self.last_sign = 0.0
        self.in_flight: list[tuple[float, str, float]] = []

    def bill_at(self, moment: float) -> int:
        return int(RATE * 1000 * (moment - self.began) / 3_600_000) + self.charged

    def delay(self) -> float:
        return self.chance.uniform(0.001, 0.4)

    def play(self, dies_at: float, seconds: float) -> list[int]:
        """Plays in steps of 10 ms; what the meter showed."""
        knocked = self.now
        self.now += self.delay()
        self.began = self.last_sign = self.now
        self.now += self.delay()
        self.meter._opened(allocated=100_000, consumed=0, rate=RATE, running=True, knocked_at=knocked)
        shown = []
        next_ping, next_update = self.now, self.now
        while self.now < seconds:
            self.now += 0.01
            alive = self.now < dies_at
            if self.now >= next_ping:
                next_ping += 2
                self.in_flight.append((self.now + self.delay(), "ping", self.now))
            if self.now >= next_update:
                next_update += 2
                if self.chance.random() < 0.3:
                    self.charged += 100
                self.in_flight.append((self.now + self.delay(), "update", self.bill_at(self.now)))
            for arrival in [each for each in self.in_flight if each[0] <= self.now]:
                self.in_flight.remove(arrival)
                if alive:
                    self.arrives(*arrival)
            shown.append(self.meter.consumed)
        return shown

    def arrives(self, _: float, what: str, value: float) -> None:
        if what == "ping":
            self.last_sign = self.now
            self.in_flight.append((self.now + self.delay(), "pong", value))
        elif what == "pong":
            self.meter._heard(value)
        else:
            consumed = int(value)
            self.meter._updated(consumed=consumed, remaining=100_000 - consumed, rate=RATE, running=True)


@pytest.mark.parametrize("seed", range(25))
def test_the_meter_never_shows_more_than_the_bill_even_of_a_line_that_died_without_a_word(seed: int) -> None:
    chance = random.Random(seed)
    session = Session(chance)
    shown = session.play(dies_at=chance.uniform(3, 20), seconds=25)
    # The store sets the clock back to the last sign of life.
    assert max(shown) <= session.bill_at(session.last_sign)
    assert shown == sorted(shown)


def test_the_meter_moves_between_updates() -> None:
    shown = Session(random.Random(1)).play(dies_at=1_000, seconds=20)
    late = shown[-1000:]
    # Ten seconds at 5 DOF a second: many small steps rather than five large ones.
    assert len(set(late)) > 30
    assert max(after - before for before, after in itertools.pairwise(late)) <= 105


def test_a_clock_that_stands_shows_what_the_store_said_and_no_time_left() -> None:
    now = [10.0]
    meter = CostMeter(lambda: now[0])
    meter._opened(allocated=1000, consumed=40, rate=3600, running=False, knocked_at=9)
    now[0] = 100.0
    assert (meter.consumed, meter.remaining, meter.estimated_seconds_left) == (40, 960, None)


def test_the_bill_is_the_last_word() -> None:
    meter = CostMeter(lambda: 0.0)
    meter._opened(allocated=1000, consumed=40, rate=3600, running=True, knocked_at=0)
    meter._settled(consumed=55, released=945)
    meter._updated(consumed=60, remaining=940, rate=3600, running=True)
    assert (meter.consumed, meter.remaining) == (55, 945)


def test_the_meter_never_shows_more_than_the_allocation() -> None:
    now = [0.0]
    meter = CostMeter(lambda: now[0])
    meter._opened(allocated=100, consumed=90, rate=360_000, running=True, knocked_at=0)
    meter._heard(50.0)
    now[0] = 60.0
    assert (meter.consumed, meter.remaining) == (100, 0)


def test_a_listener_is_told_until_it_stops() -> None:
    meter = CostMeter(lambda: 0.0)
    stop = meter.on_change(print)
    assert meter._current_listeners() == [print]
    stop()
    stop()
    meter.on_change(print)
    meter.stop()
    assert meter._current_listeners() == []
