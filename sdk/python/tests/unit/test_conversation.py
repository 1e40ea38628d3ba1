"""The line's rules, without a line: each thing said has one answer and one price, whatever happens to the line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from jiga_store import ApiError, Bill, ConnectionError, InsufficientDofsError, SessionEndedError, ValidationError
from jiga_store._live.conversation import MOST_IN_FLIGHT, Conversation
from jiga_store._live.events import Event
from jiga_store._live.exchange import Exchange
from jiga_store.cost import CostMeter


class Line:
    """A conversation, and what the store says to it."""

    def __init__(self, after: int = 0) -> None:
        self.talk = Conversation(CostMeter())
        self.started(after)

    def started(self, after: int, status: str = "active", consumed: int = 0) -> list[Event]:
        limits = {"messageBytes": 1_572_864}
        dof = {"allocated": 10_000, "consumed": consumed, "remaining": 10_000 - consumed, "rate": 3600}
        data = {"sessionId": "s", "status": status, "dof": dof, "resumedFromSeq": after, "limits": limits}
        return self.hear("session_started", data)

    def hear(self, type_: str, data: dict[str, Any], seq: int | None = None) -> list[Event]:
        frame = {"type": type_, "data": data} if seq is None else {"type": type_, "seq": seq, "data": data}
        return self.talk.heard(json.dumps(frame))

    def say(self, text: str = "What now?") -> Exchange:
        changed: Callable[[Exchange], Callable[[], None]] = lambda _: lambda: None  # noqa: E731
        return self.talk.say("text_input", {"text": text}, changed)

    def sent(self) -> list[tuple[str, int | None]]:
        """What goes over the line now."""
        frames = []
        while (text := self.talk.next_to_send(self.talk.line)) is not None:
            frame = json.loads(text)
            frames.append((frame.get("data", {}).get("text", frame["type"]), frame.get("seq")))
        return frames

    def answer(self, seq: int, *texts: str, dof: int = 100, replayed: bool = False) -> list[Event]:
        again = {"replayed": True} if replayed else {}
        events: list[Event] = []
        for text in texts[:-1]:
            events += self.hear("agent_response", {"text": text, "done": False, **again}, seq)
        last = {"text": texts[-1], "done": True, "dofConsumed": dof, **again}
        return events + self.hear("agent_response", last, seq)

    def refuse(self, seq: int, code: str, **members: Any) -> list[Event]:
        data = {"code": code, "message": code, "accepted": False, "done": True, "dofConsumed": 0, **members}
        return self.hear("error", data, seq)


def test_what_is_said_is_numbered_from_one_and_from_where_the_session_stands() -> None:
    fresh, resumed = Line(), Line(after=7)
    fresh.say("a"), fresh.say("b"), resumed.say("c")
    assert fresh.sent() == [("a", 1), ("b", 2)]
    assert resumed.sent() == [("c", 8)]


def test_pieces_are_joined_and_the_last_one_has_the_price() -> None:
    line = Line()
    said = line.say()
    line.sent()
    line.answer(1, "Hold ", "B.")
    assert (said.done, said.text, said.dof_consumed, said.reply().parts) == (True, "Hold B.", 100, 2)


def test_what_was_not_answered_is_said_again_with_its_number_when_the_line_is_back() -> None:
    line = Line()
    line.say("a"), line.say("b")
    line.sent()
    line.answer(1, "A.")
    assert [event.name for event in line.talk.lost("cut")] == ["reconnecting"]
    assert line.sent() == []
    assert [event.name for event in line.started(after=1)] == ["reconnected"]
    assert line.sent() == [("b", 2)]


def test_an_answer_that_was_lost_comes_again_once() -> None:
    line = Line()
    said = line.say()
    line.sent(), line.talk.lost("cut"), line.started(after=1, consumed=100)
    assert line.sent() == [("What now?", 1)]
    line.answer(1, "Hold B.", replayed=True)
    assert (said.text, said.dof_consumed, said.error) == ("Hold B.", 100, None)


def test_pieces_that_were_heard_are_not_heard_twice() -> None:
    line = Line()
    said = line.say()
    line.sent()
    line.hear("agent_response", {"text": "Hold ", "done": False}, 1)
    line.talk.lost("cut"), line.started(after=1), line.sent()
    line.answer(1, "Hold B.", replayed=True)
    assert [part.text for part in said.parts] == ["Hold ", "B."]
    assert said.text == "Hold B."


def test_pieces_repeated_in_other_pieces_are_not_heard_twice_either() -> None:
    line = Line()
    said = line.say()
    line.sent()
    line.hear("agent_response", {"text": "Hold B", "done": False}, 1)
    line.talk.lost("cut"), line.started(after=0), line.sent()
    line.answer(1, "Ho", "ld", " B and", " wait.")
    assert "".join(part.text for part in said.parts) == "Hold B and wait."
    assert not any(part.restart for part in said.parts)


def test_an_answer_that_is_begun_anew_says_so() -> None:
    line = Line()
    said = line.say()
    line.sent()
    line.hear("agent_response", {"text": "Hold B.", "done": False}, 1)
    line.talk.lost("cut"), line.started(after=0), line.sent()
    line.answer(1, "Go A.")
    assert [(part.text, part.restart) for part in said.parts] == [("Hold B.", False), ("Go A.", True)]
    assert said.text == "Go A."


def test_a_last_word_that_comes_twice_is_heard_once() -> None:
    line = Line()
    said = line.say()
    line.sent()
    assert len(line.answer(1, "Hold B.")) == 1
    assert line.answer(1, "Hold B.") == []
    assert (said.text, len(said.parts)) == ("Hold B.", 1)


def test_a_piece_that_comes_twice_is_heard_once() -> None:
    line = Line()
    said = line.say()
    line.sent()
    for part, text in ((1, "Hold "), (1, "Hold "), (2, "B"), (2, "B"), (3, ".")):
        line.hear("agent_response", {"text": text, "done": False, "part": part}, 1)
    line.answer(1, "")
    assert said.text == "Hold B."


def test_an_answer_whose_pieces_are_counted_anew_goes_on_where_it_stopped() -> None:
    line = Line()
    said = line.say()
    line.sent()
    for part, text in ((1, "Hold "), (2, "B "), (1, "Hold "), (2, "B "), (3, "now.")):
        line.hear("agent_response", {"text": text, "done": False, "part": part}, 1)
    line.answer(1, "")
    assert said.text == "Hold B now."
    assert [part.text for part in said.parts if part.text] == ["Hold ", "B ", "now."]


def test_a_refused_frame_leaves_its_number_to_those_after_it() -> None:
    line = Line()
    bad, good, last = line.say("bad"), line.say("good"), line.say("last")
    line.sent()
    events = line.refuse(1, "TEXT_TOO_LONG")
    assert [event.name for event in events] == ["error"]
    assert isinstance(bad.error, ValidationError)
    # The store refuses those that were on their way, too; by then they have been sent again.
    assert line.sent() == [("good", 1), ("last", 2)]
    assert line.refuse(2, "SEQ_OUT_OF_ORDER", expected=1) == []
    assert line.refuse(3, "SEQ_OUT_OF_ORDER", expected=1) == []
    assert line.sent() == []
    line.answer(1, "Good."), line.answer(2, "Last.")
    assert (good.text, last.text) == ("Good.", "Last.")
    assert line.say().seq == 3


def test_two_refusals_in_a_row_are_kept_apart() -> None:
    line = Line()
    first, second, third = line.say("1"), line.say("2"), line.say("3")
    line.sent(), line.refuse(1, "BAD")
    assert line.sent() == [("2", 1), ("3", 2)]
    line.refuse(2, "SEQ_OUT_OF_ORDER", expected=1), line.refuse(3, "SEQ_OUT_OF_ORDER", expected=1)
    line.refuse(1, "BAD")
    assert line.sent() == [("3", 1)]
    assert line.refuse(2, "SEQ_OUT_OF_ORDER", expected=1) == []
    line.answer(1, "Three.")
    assert [isinstance(each.error, ValidationError) for each in (first, second, third)] == [True, True, False]
    assert third.text == "Three."


def test_a_number_that_another_program_has_used_is_given_up() -> None:
    line = Line()
    said = line.say()
    line.sent()
    assert line.refuse(1, "SEQ_OUT_OF_ORDER", expected=4) == []
    assert line.sent() == [("What now?", 4)]
    line.answer(4, "Hold B.")
    assert said.text == "Hold B."


def test_what_was_never_sent_takes_no_number_that_another_program_has_used_meanwhile() -> None:
    line = Line()
    line.talk.lost("cut")
    line.say()
    line.started(after=3)
    assert line.sent() == [("What now?", 4)]


def test_an_endless_quarrel_over_numbers_ends() -> None:
    line = Line()
    said = line.say()
    for expected in (5, 9, 13, 17):
        line.sent()
        line.refuse(said.seq, "SEQ_OUT_OF_ORDER", expected=expected)
    assert isinstance(said.error, ApiError)


def test_few_frames_are_on_their_way_at_once_so_that_the_store_goes_on_reading() -> None:
    line = Line()
    for number in range(MOST_IN_FLIGHT + 10):
        line.say(str(number))
    assert len(line.sent()) == MOST_IN_FLIGHT
    line.answer(1, "One.")
    assert line.sent() == [(str(MOST_IN_FLIGHT), MOST_IN_FLIGHT + 1)]


def test_an_answer_that_failed_is_an_error_and_its_number_is_used() -> None:
    line = Line()
    said = line.say()
    line.sent()
    line.hear("error", {"code": "MODEL_FAILED", "message": "Try again.", "accepted": True, "done": True}, 1)
    assert isinstance(said.error, ApiError)
    assert said.error.retryable
    assert line.say().seq == 2


def test_whoever_waits_when_the_session_ends_is_told_the_bill() -> None:
    line = Line()
    said = line.say()
    line.sent()
    (told,) = line.refuse(1, "ALLOCATION_EXHAUSTED", required=100, remaining=3)
    assert isinstance(told.value, InsufficientDofsError)
    assert (told.value.required, told.value.shortfall, said.done) == (100, 97, False)
    events = line.hear("session_ended", {"reason": "allocation_exhausted", "consumed": 9_997, "released": 3})
    assert [event.name for event in events] == ["ended"]
    assert isinstance(said.error, SessionEndedError)
    assert said.error.bill == Bill("allocation_exhausted", 9_997, 3)
    with pytest.raises(SessionEndedError):
        line.say()


def test_what_is_said_beside_an_answer_is_heard_once_too() -> None:
    line = Line()
    line.say()
    line.sent()
    beside = {"kind": "sound", "text": "Footsteps.", "done": False}
    assert len(line.hear("event_detected", beside, 1)) == 1
    line.talk.lost("cut"), line.started(after=1), line.sent()
    assert line.hear("event_detected", {**beside, "replayed": True}, 1) == []
    note = {"kind": "team_message", "text": "Go.", "done": False, "replayed": True}
    assert [event.name for event in line.hear("agent_response", note, 1)] == ["response"]
    assert line.hear("agent_response", note, 1) == []


def test_an_answer_that_the_store_has_forgotten_still_has_its_price() -> None:
    line = Line()
    said = line.say()
    line.sent(), line.talk.lost("cut"), line.started(after=1), line.sent()
    line.hear("ack", {"done": True, "dofConsumed": 100, "replayed": True, "forgotten": True}, 1)
    reply = said.reply()
    assert (reply.text, reply.dof_consumed, reply.forgotten) == ("", 100, True)


def test_a_pause_that_the_store_has_not_confirmed_is_asked_for_again_when_the_line_is_back() -> None:
    line = Line()
    line.talk.wish("pause")
    line.sent(), line.talk.lost("cut"), line.started(after=0, status="active")
    assert line.sent() == [("pause", None)]
    line.hear("dof_update", {"consumed": 1, "remaining": 9_999, "rate": 3600, "paused": True})
    assert line.talk.state == "paused"
    line.talk.lost("cut"), line.started(after=0, status="paused")
    assert line.sent() == []


def test_a_configuration_is_told_again_when_the_line_is_back() -> None:
    line = Line()
    line.talk.configure({"target_fps": 3})
    assert line.sent() == [("config_update", None)]
    line.talk.lost("cut"), line.started(after=0)
    assert line.sent() == [("config_update", None)]


def test_a_frame_that_the_store_would_hang_up_on_is_refused_before_it_is_sent() -> None:
    line = Line()
    with pytest.raises(ValueError, match="1572864 bytes"):
        line.say("x" * 1_572_864)
    assert line.say().seq == 1


def test_what_waits_while_the_line_is_away_has_a_limit() -> None:
    line = Line()
    line.talk.lost("cut")
    for _ in range(67):
        line.say("x" * 1_000_000)
    with pytest.raises(ConnectionError, match="away"):
        line.say("x" * 1_000_000)


def test_frames_of_unknown_types_are_passed_on_and_what_is_no_object_is_not() -> None:
    line = Line()
    assert line.talk.heard('{"type": "hologram"}') == [Event("unknown", {"type": "hologram"})]
    assert line.talk.heard("[1]") == []
    assert line.hear("agent_response", {}, None)[0].name == "response"


def test_a_frame_for_one_line_is_never_given_to_another() -> None:
    line = Line()
    first = line.talk.line
    line.talk.lost("cut"), line.started(after=0)
    line.say()
    assert line.talk.next_to_send(first) is None
    assert line.talk.ping(first) is None
    assert line.sent() == [("What now?", 1)]


def test_the_limit_of_a_frame_is_one_of_bytes_and_holds_for_a_configuration_too() -> None:
    line = Line()
    with pytest.raises(ValueError, match="1572864 bytes"):
        line.say("Б" * 800_000)
    with pytest.raises(ValueError, match="1572864 bytes"):
        line.talk.configure({"notes": "x" * 1_572_864})
    assert line.sent() == []
    line.talk.lost("cut"), line.started(after=0)
    assert line.sent() == []
