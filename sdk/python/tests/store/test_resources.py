"""Every resource, against a running store."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import httpx
import pytest

from jiga_store import (
    ApiError,
    ConflictError,
    JigaStore,
    NotFoundError,
    PermissionError,
    ValidationError,
    verify_receipt,
)
from jiga_store.params import AgentFields
from jiga_store.types import Transferred
from tests.stand.promises import broken
from tests.stand.store import PASSWORD, Player, new_player

NOVA = "nova-coordinator-001"
AGENT: AgentFields = {
    "name": "Rook",
    "rank": "Bronze",
    "type": "Assistant",
    "provider": "builtin",
    "nationality": "British",
    "language": "en-GB",
    "voice_id": "nova",
    "features": {"has_voice_chat": False, "has_commentator": False, "has_memory": False},
    "toolkit": ["general_gaming"],
    "configuration": {"target_fps": 1},
}


@pytest.fixture
def store(store_url: str, newcomer: Player) -> Iterator[JigaStore]:
    with JigaStore(
        base_url=store_url, access_token=newcomer.access_token, refresh_token=newcomer.refresh_token
    ) as client:
        yield client


def test_the_marketplace_can_be_looked_at_by_nobody(store_url: str) -> None:
    with JigaStore(base_url=store_url) as store:
        page = store.marketplace.search("call of dutty", limit=3).page()
        assert page.total is not None
        assert page.total >= len(page.items) > 0
        assert page.facets["rank"]
        listing = store.marketplace.get(NOVA, expand="details,stats,reviews")
        suggestions = store.marketplace.suggest("no")
        featured, categories = store.marketplace.featured(), store.marketplace.categories()
        reviews = list(store.marketplace.reviews(NOVA))
        everything = list(store.marketplace.browse(limit=5))
        specialists = store.marketplace.specialists(limit=5).page().items
    assert len({each.listing_id for each in everything}) == len(everything) >= 13
    assert broken([page.items, listing, suggestions, featured, categories, reviews, everything, specialists]) == []


def test_a_hire_is_seen_everywhere_until_it_is_settled(store: JigaStore) -> None:
    session = store.marketplace.hire(NOVA, 20_000, message="Hello")
    running = store.sessions.get(session.id)
    assert (running.status, running.dof.allocated) == ("active", 20_000)
    assert store.wallet.get().held == 20_000
    with pytest.raises(ConflictError) as again:
        store.marketplace.hire(NOVA, 20_000)
    assert again.value.params["sessionId"] == session.id
    configured = store.sessions.configure(session.id, {"target_fps": 3})
    with session.connect() as live:
        reply = live.say("They push B, what now?").whole()
        bill = live.end()
    ended = store.sessions.end(session.id)
    assert (ended.consumed, ended.released) == (bill.consumed, bill.released)
    usage = list(store.sessions.usage(session.id, limit=100))
    assert sum(line.dof for line in usage) == bill.consumed >= reply.dof_consumed == 100
    receipt = store.sessions.receipt(session.id)
    claims = verify_receipt(receipt.receipt, store.sessions.jwks())
    assert (claims.consumed, claims.session_id) == (bill.consumed, session.id)
    review = store.sessions.review(session.id, rating=5, comment="Saw the AWP before I did.", helpful=True)
    assert store.wallet.get().balance == 500_000 - bill.consumed
    history = list(store.wallet.history())
    transaction = store.wallet.transaction(ended.transaction_id or "")
    sessions = list(store.sessions.list(status="ended"))
    answers = [session.hired, running, configured, ended, usage, receipt, review, history, transaction, sessions]
    assert broken(answers) == []


def test_a_trial_is_free(store: JigaStore) -> None:
    session = store.sessions.start(NOVA, "trial")
    assert session.transaction is None
    with session.connect() as live:
        live.say("They push B, what now?").whole()
    assert live.bill is not None
    assert store.wallet.get().balance == 500_000


def given_to(store: JigaStore, somebody: str, dof: int) -> Transferred:
    """Who has just registered is known to the wallets a moment later: until then the store refuses."""
    end = time.monotonic() + 10
    while True:
        try:
            return store.wallet.transfer(somebody, dof, note="For the rifle")
        except NotFoundError as e:  # noqa: PERF203 - it is tried until it is there
            if e.code != "RECIPIENT_NOT_FOUND" or time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_dofs_are_bought_and_given(store: JigaStore, store_url: str) -> None:
    packages = store.wallet.packages()
    assert [package.id for package in packages] == ["bronze", "silver", "gold", "platinum"]
    order = store.wallet.purchase("bronze", payment_method="sandbox", return_url="http://localhost:3000")
    httpx.post(f"{order.checkout_url}/pay", json={"card": "success"}).raise_for_status()
    friend = new_player(store_url, dof=0, name="Bo")
    moved = given_to(store, friend.id, 1_000)
    wallet = store.wallet.get()
    assert wallet.balance == 500_000 + 150_000 - 1_000 - moved.fee
    assert broken([packages, order, moved, wallet]) == []


def test_a_profile_is_replaced_and_preferences_are_kept(store: JigaStore) -> None:
    before = store.profile.get()
    after = store.profile.replace(display_name="Ada L.", timezone="Europe/London")
    assert (before.display_name, after.display_name) == ("Ada", "Ada L.")
    preferences = store.profile.preferences()
    kept = store.profile.replace_preferences(
        language="en", theme="dark", favorite_games=["Valorant"], notifications={"email": False, "push": True}
    )
    assert (kept.theme, kept.favorite_games, kept.notifications.push) == ("dark", ["Valorant"], True)
    stats = store.profile.stats()
    assert broken([before, after, preferences, stats]) == []


def test_an_owner_makes_publishes_and_withdraws_an_agent(store: JigaStore) -> None:
    made = store.agents.create(AGENT)
    assert made.name == "Rook"
    configuration = store.agents.configuration(made.id)
    verdict = store.agents.validate_configuration(made.id, {"target_fps": 2})
    configured = store.agents.configure(made.id, {"target_fps": 2})
    replaced = store.agents.replace(made.id, {**AGENT, "name": "Rook II"})
    published = store.agents.publish(
        made.id,
        {
            "title": "Rook: holds the line",
            "description": "Sees little, says little, holds the line.",
            "tags": ["calm"],
            "category": ["shooters"],
            "pricing": {"base_rate": 3_000},
            "availability": {"schedule": "always"},
        },
    )
    seen = store.agents.get(made.id)
    versions = list(store.agents.versions(made.id))
    figures = [store.agents.metrics(made.id), store.agents.earnings(made.id)]
    withdrawn = store.agents.unpublish(made.id)
    mine, system = list(store.agents.list()), list(store.agents.system())
    assert seen.name == replaced.name == "Rook II"
    assert [agent.id for agent in mine] == [made.id]
    assert len(system) == 13
    answers = [
        made,
        configuration,
        verdict,
        configured,
        replaced,
        published,
        seen,
        versions,
        figures,
        withdrawn,
        mine,
        system,
    ]
    assert broken(answers) == []
    store.agents.delete(made.id)
    with pytest.raises(NotFoundError):
        store.agents.get(made.id)


def test_a_variant_is_derived_from_a_system_agent(store: JigaStore) -> None:
    variant = store.agents.create_variant("scout-observer-001", {"name": "Pip", "voice_id": "uk_female"})
    assert variant.user_balance.after < variant.user_balance.before
    assert broken(variant) == []


def test_notifications_are_read(store: JigaStore) -> None:
    told = list(store.notifications.list())
    for each in told[:1]:
        assert store.notifications.read(each.id).read
    assert broken(told) == []


def test_what_is_malformed_names_the_field(store: JigaStore) -> None:
    with pytest.raises(ValidationError) as raised:
        store.marketplace.hire(NOVA, 0)
    assert [field.field for field in raised.value.fields] == ["dofAllocation"]
    assert raised.value.request_id


def test_what_is_not_ones_own_is_not_there(store: JigaStore, store_url: str) -> None:
    stranger = new_player(store_url, dof=0)
    session = store.marketplace.hire(NOVA, 20_000)
    with (
        JigaStore(base_url=store_url, access_token=stranger.access_token) as other,
        pytest.raises((NotFoundError, PermissionError)),
    ):
        other.sessions.get(session.id)


def test_a_user_signs_in_by_email_and_password(store_url: str, newcomer: Player) -> None:
    with JigaStore.sign_in(newcomer.email, "river-lantern-orchard", base_url=store_url) as store:
        assert store.profile.get().display_name == "Ada"


def test_favourites_are_kept_once(store: JigaStore) -> None:
    store.favourites.add(NOVA)
    store.favourites.add(NOVA)
    assert [each.listing_id for each in store.favourites.list()] == [NOVA]
    store.favourites.remove(NOVA)
    assert list(store.favourites.list()) == []


def test_a_key_is_made_used_rotated_and_taken_away(store: JigaStore, store_url: str, newcomer: Player) -> None:
    scopes = ["read:marketplace", "hire", "sessions", "wallet:read"]
    made = store.api_keys.create("a test's", kind="secret", mode="live", scopes=scopes, budgets={"total": 5_000})
    assert made.key.startswith("jiga_live_")
    with JigaStore(base_url=store_url, api_key=made.key) as studio:
        assert studio.wallet.get().balance == 500_000
        with studio.marketplace.hire(NOVA, 5_000).connect() as live:
            assert live.say("They push B, what now?").whole().dof_consumed == 100
        with pytest.raises(PermissionError) as refused:
            studio.profile.get()
        assert refused.value.code in ("SCOPE_MISSING", "NOT_FOR_KEYS")
        with pytest.raises(ApiError) as over:
            studio.marketplace.hire("echo-assistant-001", 20_000)
        assert over.value.code == "BUDGET_EXCEEDED"
        assert over.value.params["budget"] == "total"
    listed = list(store.api_keys.list())
    assert [each.id for each in listed] == [made.id]
    renamed = store.api_keys.update(made.id, name="renamed")
    rotated = store.api_keys.rotate(made.id)
    assert rotated.key != made.key
    assert rotated.previous_until is not None
    usage = list(store.api_keys.usage(made.id))
    store.api_keys.delete(made.id)
    assert broken([made, listed, renamed, rotated, usage]) == []


def test_a_test_key_moves_dof_that_are_none(store: JigaStore, store_url: str, newcomer: Player) -> None:
    scopes = ["read:marketplace", "hire", "sessions", "wallet:read", "wallet:write"]
    key = store.api_keys.create("a test's", kind="secret", mode="test", scopes=scopes).key
    with JigaStore(base_url=store_url, api_key=key) as studio:
        filled = studio.wallet.test_funds(50_000)
        with studio.marketplace.hire(NOVA, 20_000).connect() as live:
            live.say("They push B, what now?").whole()
        assert live.bill is not None
        wallet = studio.wallet.get()
    assert (wallet.currency, wallet.balance) == ("DOF_TEST", 50_000 - live.bill.consumed)
    assert store.wallet.get().balance == 500_000
    assert broken([filled, wallet]) == []


def test_a_studio_makes_tokens_for_its_player_who_claims_the_account(
    store: JigaStore, store_url: str, newcomer: Player
) -> None:
    key = store.api_keys.create("a studio's", kind="secret", mode="live", scopes=["players", "hire", "sessions"]).key
    steam = f"steam-{os.urandom(4).hex()}"
    tokens = []
    with JigaStore(base_url=store_url, api_key=key) as studio:

        def next_token() -> str:
            tokens.append(studio.players.token(steam, display_name="Ada", spends="studio", cap={"day": 5_000}))
            return tokens[-1].token

        with JigaStore(base_url=store_url, player_token=next_token) as game:
            with game.marketplace.hire(NOVA, 5_000).connect() as live:
                assert live.say("They push B, what now?").whole().dof_consumed == 100
            signed_in = game.players.claim(f"{steam}@example.org", PASSWORD)
    with JigaStore.sign_in(f"{steam}@example.org", PASSWORD, base_url=store_url) as own:
        assert own.profile.get().display_name == "Ada"
    assert broken([tokens, signed_in]) == []
