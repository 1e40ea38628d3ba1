"""One thing said, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jiga_store._live.events import Part, Reply


@dataclass(eq=False)
class Exchange:
    """A frame that must be answered, until it is: it stays in the outbox, and its answer grows here."""

    type: str
    data: str
    """The frame's data as JSON."""
    seq: int
    size: int = 0
    """What its data takes on the line, in bytes."""
    changed: Callable[[], None] = lambda: None
    sent: bool = False
    sent_at: float = 0.0
    refusals: int = 0
    parts: list[Part] = field(default_factory=list)
    text: str = ""
    emotion: str | None = None
    done: bool = False
    error: Exception | None = None
    dof_consumed: int = 0
    forgotten: bool = False
    again: bool = False
    """The line was lost since this was sent, so what comes may repeat what came."""
    said_again: str = ""
    piece: int = 0
    """The last piece that was heard on this line."""
    beside: set[tuple[str, str]] = field(default_factory=set)

    def encoded(self) -> str:
        """The frame as it goes over the line."""
        return f'{{"type":"{self.type}","seq":{self.seq},"data":{self.data}}}'

    def lost(self) -> None:
        """The line went away: it has to be said again."""
        self.again = self.again or self.sent
        self.sent = False
        self.said_again = ""
        self.piece = 0

    def is_heard(self, piece: int | None) -> bool:
        """Whether this piece was heard on this line; pieces are numbered from 1, and anew where an answer begins anew."""
        if piece is None:
            return False
        if piece == 1 and self.piece > 1:
            self.again, self.said_again = True, ""
        elif piece <= self.piece:
            return True
        self.piece = piece
        return False

    def new_text(self, text: str) -> tuple[str, bool]:
        """What of a piece was not heard yet, and whether it begins the answer anew."""
        if not self.again:
            self.text += text
            return text, False
        self.said_again += text
        known, repeated = self.text, self.said_again
        if repeated.startswith(known):
            self.text = repeated
            return repeated[len(known) :], False
        if known.startswith(repeated):
            return "", False
        self.text = repeated
        return repeated, True

    def is_new_beside(self, kind: str, text: str) -> bool:
        """Whether something beside the answer is heard for the first time."""
        known = (kind, text) in self.beside
        self.beside.add((kind, text))
        return not (known and self.again)

    def take(self, part: Part) -> None:
        """Adds a piece."""
        self.parts.append(part)
        self.emotion = part.emotion or self.emotion
        if not part.done:
            self.changed()

    def finish(self, *, dof_consumed: int = 0, error: Exception | None = None) -> None:
        """Nothing more comes of it."""
        self.dof_consumed = dof_consumed
        self.error = error
        self.done = True
        self.changed()

    def reply(self) -> Reply:
        """The whole answer."""
        pieces = sum(1 for part in self.parts if part.kind is None and part.text)
        return Reply(self.text, self.seq, self.dof_consumed, self.emotion, pieces, self.forgotten)
