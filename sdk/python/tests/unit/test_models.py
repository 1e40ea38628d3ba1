"""A newer store does not break an old client."""

from __future__ import annotations

from datetime import datetime, timezone

from jiga_store import types
from jiga_store._models import parse
from jiga_store.types.frames import AgentResponseData, SessionStartedData

CARD = {
    "listingId": "l-1",
    "agentId": "a-1",
    "title": "Nova",
    "description": "",
    "agent": {"name": "Nova", "rank": "Gold", "type": "Mentor", "provider": "gemini", "hasVoiceChat": True},
    "pricing": {"baseRate": 8000, "currency": "DOF", "unit": "hour"},
}


def test_names_are_pythons_and_times_are_times() -> None:
    usage = parse(types.UsageView, {"action": "time", "units": 3, "dof": 1, "at": "2026-06-01T12:00:00Z"})
    assert usage.at == datetime(2026, 6, 1, 12, tzinfo=timezone.utc)
    assert usage.seq is None


def test_members_that_are_new_are_kept() -> None:
    wallet = parse(types.WalletView, {"balance": 1, "available": 1, "held": 0, "mood": {"good": True}})
    assert wallet.model_extra == {"mood": {"good": True}}


def test_values_that_are_new_are_passed_on() -> None:
    listing = parse(types.ListingCard, {**CARD, "agent": {**CARD["agent"], "rank": "Diamond"}})  # type: ignore[dict-item]
    assert listing.agent.rank == "Diamond"


def test_members_of_another_type_are_what_they_are_and_the_rest_is_as_ever() -> None:
    odd = {**CARD, "title": {"en": "Nova"}, "pricing": {"baseRate": "negotiable"}, "games": "all"}
    listing = parse(types.ListingCard, odd)
    assert listing.title == {"en": "Nova"}  # type: ignore[comparison-overlap]
    assert listing.pricing.base_rate == "negotiable"  # type: ignore[comparison-overlap]
    assert listing.agent.name == "Nova"


def test_members_that_were_not_asked_for_are_none() -> None:
    listing = parse(types.ListingCard, {"title": "Nova"})
    members: list[object] = [listing.title, listing.agent, listing.games]
    assert members == ["Nova", None, None]


def test_what_is_no_object_at_all_is_an_empty_one() -> None:
    assert parse(types.WalletView, "surprise").balance is None


def test_lists_of_models_are_read_even_if_one_is_odd() -> None:
    packages = parse(types.Packages, {"items": [{"id": "silver", "dofAmount": 5}, {"id": 7}, "what"]})
    assert [getattr(item, "id", item) for item in packages.items] == ["silver", 7, "what"]


def test_frames_are_read_the_same_way() -> None:
    said = parse(AgentResponseData, {"text": "Hold.", "done": True, "kind": "haiku", "dofConsumed": 3})
    assert (said.kind, said.dof_consumed) == ("haiku", 3)
    started = parse(
        SessionStartedData, {"sessionId": "s", "status": "dreaming", "resumedFromSeq": 0, "dof": {"rate": 1}}
    )
    members: list[object] = [started.status, started.dof.rate, started.limits]
    assert members == ["dreaming", 1, None]
