"""Which calls are repeated, and with what."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from jiga_store import (
    ApiError,
    ConnectionError,
    JigaStore,
    NotFoundError,
    RateLimitError,
    TimeoutError,
    UnfitTextError,
    _deprecation,
)
from jiga_store._requests import Call
from jiga_store._retries import Retries, retry_after_of
from tests.stand.fake import KEY, WALLET, FakeStore, lost, ok, problem, refused

pytestmark = pytest.mark.usefixtures("no_pauses")
HIRED = {
    "sessionId": "s-1",
    "agentId": "a-1",
    "type": "hired",
    "status": "pending",
    "contract": {"dofAllocated": 700, "estimatedHours": 0.1, "baseRate": 7000, "startedAt": "2026-06-01T12:00:00Z"},
    "connection": {"websocketUrl": "ws://x", "ticket": "t", "protocols": []},
    "expiresAt": "2026-06-02T12:00:00Z",
}


def test_a_hire_whose_answer_is_lost_is_repeated_with_the_same_key() -> None:
    fake = FakeStore(lost(), problem(503), ok(HIRED))
    fake.client().marketplace.hire("nova", 700)
    keys = [request.headers["idempotency-key"] for request in fake.asked]
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_two_hires_have_two_keys_unless_the_caller_gives_one() -> None:
    fake = FakeStore(ok(HIRED))
    store = fake.client()
    store.marketplace.hire("nova", 700)
    store.marketplace.hire("nova", 700)
    store.marketplace.hire("nova", 700, idempotency_key="mine")
    first, second, third = (request.headers["idempotency-key"] for request in fake.asked)
    assert first != second
    assert third == "mine"


@pytest.mark.parametrize("key", ["", " ", "a" * 256, "a\nb", "ключ"])
def test_a_key_that_the_store_would_refuse_is_refused_before_anything_is_sent(key: str) -> None:
    fake = FakeStore(ok(HIRED))
    with pytest.raises(ValueError, match="idempotency_key"):
        fake.client().marketplace.hire("nova", 700, idempotency_key=key)
    assert fake.asked == []


def test_what_may_not_be_repeated_is_not_repeated_when_its_answer_is_lost() -> None:
    for answer in (lost(), problem(503), problem(500)):
        fake = FakeStore(answer)
        with pytest.raises((ConnectionError, ApiError)):
            fake.client().api_keys.update("k-1", name="new")
        assert len(fake.asked) == 1


def test_what_was_never_sent_is_repeated_whatever_it_is() -> None:
    fake = FakeStore(refused(), ok(KEY))
    fake.client().api_keys.update("k-1", name="new")
    assert len(fake.asked) == 2


def test_a_replacement_with_a_precondition_is_not_repeated_because_the_first_try_may_have_met_it() -> None:
    call = Call("PUT", "/x", headers={"If-Match": '"3"'})
    assert not call.may_be_repeated
    assert Call("PUT", "/x").may_be_repeated


def test_retries_end() -> None:
    fake = FakeStore(problem(503, "UNAVAILABLE"))
    with pytest.raises(ApiError) as raised:
        fake.client().wallet.get()
    assert (len(fake.asked), raised.value.code, raised.value.retryable) == (3, "UNAVAILABLE", True)


def test_retries_can_be_switched_off_for_one_call_over_the_same_connections() -> None:
    fake = FakeStore(lost())
    store = fake.client()
    with pytest.raises(ConnectionError):
        store.with_options(max_retries=0).wallet.get()
    assert len(fake.asked) == 1


def test_a_deletion_whose_answer_was_lost_has_succeeded_when_it_is_gone() -> None:
    fake = FakeStore(lost(), problem(404, "AGENT_NOT_FOUND"))
    fake.client().agents.delete("a-1")
    with pytest.raises(NotFoundError):
        FakeStore(problem(404, "AGENT_NOT_FOUND")).client().agents.delete("a-1")


def test_too_many_requests_are_repeated_even_of_what_may_not_be_because_nothing_was_done() -> None:
    fake = FakeStore(problem(429, headers={"Retry-After": "0"}), ok(KEY))
    fake.client().api_keys.update("k-1", name="new")
    assert len(fake.asked) == 2


def test_a_change_of_a_key_says_what_goes_and_what_it_leaves_unnamed() -> None:
    fake = FakeStore(ok(KEY))
    store = fake.client()
    store.api_keys.update("k-1", name="new")
    store.api_keys.update("k-1", expires_at=None, budgets={"day": None, "in_flight": 7})
    assert [json.loads(asked.content) for asked in fake.asked] == [
        {"name": "new"},
        {"expiresAt": None, "budgets": {"day": None, "inFlight": 7}},
    ]


def test_a_budget_without_room_is_no_matter_of_a_top_up() -> None:
    fake = FakeStore(problem(402, "BUDGET_EXCEEDED", budget="day", required=7))
    with pytest.raises(ApiError) as refused:
        fake.client().api_keys.update("k-1", name="new")
    assert type(refused.value) is ApiError
    assert refused.value.params["budget"] == "day"


def test_nobody_is_kept_waiting_for_an_hour() -> None:
    fake = FakeStore(problem(429, headers={"Retry-After": "3600"}))
    with pytest.raises(RateLimitError) as raised:
        fake.client().wallet.get()
    assert (len(fake.asked), raised.value.retry_after) == (1, 3600.0)


def test_a_try_comes_a_little_later_than_the_store_asked_for_and_not_for_everybody_at_once() -> None:
    waits = {Retries(2).after_answer(Call("GET", "/x"), 1, 429, 5.0) for _ in range(20)}
    assert all(wait is not None and 5.0 <= wait <= 5.5 for wait in waits)
    assert len(waits) > 1


def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    assert retry_after_of("7") == 7.0
    soon = retry_after_of(format_datetime(datetime.now(timezone.utc) + timedelta(seconds=30), usegmt=True))
    assert soon is not None
    assert 27 < soon <= 30
    assert retry_after_of("soon") is None
    assert retry_after_of(None) is None


def test_a_time_out_is_an_error_of_its_own() -> None:
    fake = FakeStore(httpx.ReadTimeout("too slow"))
    with pytest.raises(TimeoutError):
        fake.client(max_retries=0).wallet.get()


def test_an_answer_that_is_no_json_says_that_this_is_no_store() -> None:
    fake = FakeStore(httpx.Response(200, text="<html>"))
    with pytest.raises(ApiError, match="base_url"):
        fake.client().wallet.get()


def test_an_id_cannot_reach_another_resource() -> None:
    fake = FakeStore(problem(404))
    with pytest.raises(NotFoundError):
        fake.client().sessions.get("../../profile?x=1#y")
    assert fake.asked[0].url.raw_path == b"/api/v1/sessions/..%2F..%2Fprofile%3Fx%3D1%23y"
    for nothing in ("", ".", ".."):
        with pytest.raises(ValueError, match="no id"):
            fake.client().sessions.get(nothing)


def test_filters_are_written_as_the_api_writes_them() -> None:
    fake = FakeStore(ok({"items": []}))
    list(fake.client().marketplace.search("cod", rank=["Gold", "Silver"], has_voice_chat=True, min_price=5))
    assert str(fake.asked[0].url.query, "ascii") == "q=cod&rank=Gold&rank=Silver&hasVoiceChat=true&minPrice=5"


def test_the_user_agent_names_sdk_and_version() -> None:
    fake = FakeStore(ok(WALLET))
    fake.client().wallet.get()
    assert fake.asked[0].headers["user-agent"].startswith("jiga-store-python/")


def test_that_an_operation_will_go_is_shown_once_and_without_being_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_deprecation, "_warned", False)
    store = FakeStore(ok(WALLET, Deprecation="@1688169599", Sunset="Sun, 30 Jun 2030 23:59:59 GMT")).client()
    with warnings.catch_warnings(record=True) as shown:
        warnings.resetwarnings()
        for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)  # as Python does
        store.wallet.get()
        store.wallet.get()
    (warning,) = shown
    assert str(warning.message) == (
        "The store calls GET /api/v1/profile/wallet deprecated since 2023-06-30. It goes on Sun, 30 Jun 2030 23:59:59 GMT. "
        "Update jiga-store."
    )


def test_a_text_that_cannot_be_sent_is_refused_wherever_it_stands() -> None:
    fake = FakeStore(ok({}))
    store, half = fake.client(), "\ud83d"
    for call in (
        lambda: store.marketplace.hire("nova", 700, message=half),
        lambda: store.marketplace.hire("nova", 700, configuration={"style": float("inf")}),
        lambda: store.sessions.get(half),
        lambda: store.marketplace.search(half).page(),
    ):
        with pytest.raises(UnfitTextError):
            call()
    assert fake.asked == []


Asks = tuple[Callable[[JigaStore], object], ...]
NONSENSE = [
    httpx.Response(200, text="<html>"),
    httpx.Response(200),
    httpx.Response(204),
    httpx.Response(302, headers={"Location": "http://portal.test"}),
    ok({}),
    ok({"status": "ok"}),
    ok([]),
]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda answer: f"{answer.status_code} {answer.text}")
def test_an_answer_that_no_store_gives_is_an_error_and_asked_for_again_where_that_does_no_harm(
    nonsense: httpx.Response,
) -> None:
    calls: Asks = (
        lambda store: store.wallet.get(),
        lambda store: store.marketplace.hire("nova", 700),
        lambda store: store.players.token("ada"),
        lambda store: store.sessions.end("s-1"),
        lambda store: store.sessions.list().page(),
        lambda store: store.sessions.jwks(),
        lambda store: store.agents.get("a-1"),
    )
    for call in calls:
        fake = FakeStore(nonsense)
        with pytest.raises(ApiError, match="base_url") as raised:
            call(fake.client())
        assert (raised.value.code, raised.value.retryable, len(fake.asked)) == ("NOT_A_STORE", True, 3)
    once: Asks = (
        lambda store: store.api_keys.create("mine", kind="secret", mode="test"),
        lambda store: store.api_keys.rotate("k-1"),
    )
    for call in once:
        fake = FakeStore(nonsense)
        with pytest.raises(ApiError, match="look before you repeat it") as raised:
            call(fake.client())
        assert (raised.value.code, raised.value.retryable, len(fake.asked)) == ("NOT_A_STORE", False, 1)


def test_a_call_that_is_answered_with_nothing_is_done_only_if_it_was_a_store_that_said_so() -> None:
    calls: Asks = (
        lambda store: store.agents.delete("a-1"),
        lambda store: store.api_keys.delete("k-1"),
        lambda store: store.favourites.add("l-1"),
        lambda store: store.favourites.remove("l-1"),
    )
    for answer in (httpx.Response(200, text="<html>"), httpx.Response(200), ok({})):
        for call in calls:
            fake = FakeStore(answer)
            with pytest.raises(ApiError, match="NOT_A_STORE"):
                call(fake.client())
            fake = FakeStore(answer, httpx.Response(204))
            call(fake.client())
            assert len(fake.asked) == 2


def test_half_an_answer_is_none() -> None:
    for hired in ({**HIRED, "sessionId": None}, {**HIRED, "connection": {}}, {"sessionId": "s-1"}):
        fake = FakeStore(ok(hired), ok(HIRED))
        assert fake.client().marketplace.hire("nova", 700).id == "s-1"
        assert len(fake.asked) == 2


def test_who_made_something_whose_answer_was_lost_is_told_to_look_before_making_it_again() -> None:
    calls: Asks = (
        lambda store: store.api_keys.create("mine", kind="secret", mode="test"),
        lambda store: store.api_keys.rotate("k-1"),
        lambda store: store.players.claim("ada@example.org", "river-lantern-orchard"),
    )
    for answer in (lost(), httpx.ReadTimeout("too slow"), problem(500), problem(502), problem(504)):
        for call in calls:
            with pytest.raises(
                (ConnectionError, ApiError), match=r"may have been done.* look before you repeat"
            ) as raised:
                call(FakeStore(answer).client())
            assert isinstance(raised.value, (ConnectionError, ApiError))
            assert not raised.value.retryable
    for known in (refused(), problem(429, headers={"Retry-After": "3600"})):
        with pytest.raises((ConnectionError, ApiError)) as raised:
            FakeStore(known).client().api_keys.rotate("k-1")
        assert isinstance(raised.value, (ConnectionError, ApiError))
        assert raised.value.retryable
        assert "look before" not in str(raised.value)
    with pytest.raises(ConnectionError) as hire:
        FakeStore(lost()).client().marketplace.hire("nova", 700)
    assert hire.value.retryable


def test_an_id_that_is_no_text_is_refused_in_words() -> None:
    fake = FakeStore(ok({}))
    store: Any = fake.client()
    calls: tuple[Callable[[], object], ...] = (
        lambda: store.players.token(5),
        lambda: store.sessions.get(None),
        lambda: store.agents.get(b"a-1"),
    )
    for call in calls:
        with pytest.raises(TypeError, match=r"id is a str, not (int|NoneType|bytes)"):
            call()
    assert fake.asked == []
