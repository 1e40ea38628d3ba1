"""Who asks, and that nothing of it is ever printed."""

from __future__ import annotations

import logging

import pytest

from jiga_store import ApiError, ConnectionError, JigaStore, types
from jiga_store._models import parse
from tests.stand.fake import WALLET, FakeStore, lost, ok, problem

KEY = "jiga_test_THE-SECRET"
TOKEN = "THE-TOKEN"


def test_a_secret_key_goes_as_bearer() -> None:
    fake = FakeStore(ok(WALLET))
    fake.client(api_key=KEY).wallet.get()
    assert fake.asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_players_token_goes_as_bearer_too() -> None:
    fake = FakeStore(ok(WALLET))
    fake.client(api_key=None, player_token=TOKEN).wallet.get()
    assert fake.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_the_environments_key_is_not_taken_by_whoever_has_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIGA_API_KEY", KEY)
    fake = FakeStore(ok(WALLET))
    fake.client(api_key=None, player_token=TOKEN).wallet.get()
    assert KEY not in str(fake.asked[0].headers.raw)
    fake.client(api_key=None).wallet.get()
    assert fake.asked[1].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"api_key": "sk-123"}, "begins with"),
        ({"api_key": KEY, "player_token": TOKEN}, "either"),
        ({"player_token": TOKEN, "access_token": TOKEN}, "either"),
        ({"api_key": KEY, "access_token": TOKEN}, "either"),
    ],
)
def test_what_cannot_work_is_refused_at_once_and_without_the_secret(given: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says) as raised:
        JigaStore(base_url="http://store.test", **given)  # type: ignore[arg-type]
    assert "SECRET" not in str(raised.value)
    assert TOKEN not in str(raised.value)


def test_a_secret_key_in_a_browser_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "emscripten")
    with pytest.raises(ValueError, match="player_token"):
        JigaStore(api_key=KEY, base_url="http://store.test")


def test_no_secret_is_in_a_log_a_message_or_a_repr(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fake = FakeStore(lost(), problem(401, "INVALID_TOKEN"))
    store = fake.client(api_key=None, access_token=TOKEN)
    with pytest.raises(ApiError) as refusal:
        store.wallet.get()
    gone = FakeStore(lost()).client(api_key=KEY, max_retries=0)
    with pytest.raises(ConnectionError) as failure:
        gone.wallet.get()
    said = caplog.text + repr(refusal.value) + repr(failure.value) + repr(store) + repr(gone) + repr(vars(store))
    assert "GET /api/v1/profile/wallet" in caplog.text
    assert "THE-" not in said


def test_models_do_not_print_what_opens_something() -> None:
    for model, data in (
        (types.Connection, {"websocketUrl": "ws://x", "ticket": TOKEN}),
        (types.Tokens, {"accessToken": TOKEN, "refreshToken": TOKEN, "deviceToken": TOKEN}),
        (types.CreatedKey, {"key": TOKEN}),
        (types.PlayerToken, {"token": TOKEN}),
    ):
        assert TOKEN not in repr(parse(model, data))
        assert TOKEN not in str(parse(model, data))
