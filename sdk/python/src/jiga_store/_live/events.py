"""What a live session tells, as it is handed to listeners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

EventName = Literal[
    "started",
    "response",
    "dof_update",
    "detected",
    "warning",
    "reconnecting",
    "reconnected",
    "ended",
    "error",
    "unknown",
]
EVENT_NAMES: tuple[EventName, ...] = EventName.__args__  # type: ignore[attr-defined]

State = Literal["connecting", "live", "paused", "reconnecting", "ended"]


class Event(NamedTuple):
    """One thing that happened: its name, and what `live.on(name, ...)` would be called with.

    ```python
    for event in live.events():
        if event.name == "warning":
            print(event.value.text)
    ```
    """

    name: EventName
    value: Any


@dataclass(frozen=True)
class Part:
    """A piece of what the agent says.

    Pieces without `kind` are the answer itself, to be joined. Those with one stand beside it: `commentary`,
    `team_message`, `memory`, `lesson`, or what a newer store has.

    >>> Part(text="Hold B.", seq=1, done=False).text
    'Hold B.'
    """

    text: str
    seq: int
    done: bool
    """The last word about what was said; `dof_consumed` is then what the whole of it cost."""
    kind: str | None = None
    title: str | None = None
    level: str | None = None
    emotion: str | None = None
    dof_consumed: int | None = None
    replayed: bool = False
    """Said once more after the line was lost; it was paid for the first time, and only then."""
    restart: bool = False
    """The answer was begun anew after the line was lost: forget the pieces before this one."""


@dataclass(frozen=True)
class Reply:
    """A whole answer.

    >>> Reply(text="Hold B.", seq=1, dof_consumed=100).dof_consumed
    100
    """

    text: str
    seq: int
    dof_consumed: int
    emotion: str | None = None
    parts: int = 0
    forgotten: bool = False
    """The line was away for so long that the store keeps only the price of the answer, not its words."""


@dataclass(frozen=True)
class Reconnecting:
    """The line is lost, and is being opened again. Nothing has to be done.

    >>> Reconnecting(reason="1012 the store restarts", code=1012).code
    1012
    """

    reason: str
    code: int | None = None


@dataclass(frozen=True)
class Reconnected:
    """The line is open again; what was not answered is being said again, and is paid once.

    >>> Reconnected(resumed_from_seq=3, away_seconds=1.5).resumed_from_seq
    3
    """

    resumed_from_seq: int
    away_seconds: float
