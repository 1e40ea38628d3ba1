"""Tokens that expire: one refresh for all who wait for it, among threads and among tasks."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from jiga_store import AsyncJigaStore, AuthenticationError, ConnectionError, types
from tests.stand.fake import WALLET, FakeStore, lost, ok, problem

CALLS = 50


class Expiring:
    """Takes the token `new`, and gives it for the refresh token `r1`, once."""

    def __init__(self) -> None:
        self.refreshes = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v1/auth/refresh":
            self.refreshes += 1
            given = json.loads(request.content)["refreshToken"]
            if given != "r1":
                return problem(401, "INVALID_REFRESH_TOKEN")
            user = {"id": "u", "displayName": "Ada", "emailVerified": False, "role": "player"}
            return ok({"accessToken": "new", "refreshToken": "r2", "expiresIn": 900, "user": user})
        return ok(WALLET) if request.headers["authorization"] == "Bearer new" else problem(401, "INVALID_TOKEN")


def test_threads_that_find_the_token_expired_make_one_refresh() -> None:
    expiring = Expiring()
    told: list[types.Tokens] = []
    store = FakeStore(expiring).client(api_key=None, access_token="old", refresh_token="r1", on_tokens=told.append)
    with ThreadPoolExecutor(CALLS) as pool:
        for future in [pool.submit(store.wallet.get) for _ in range(CALLS)]:
            future.result()
    assert expiring.refreshes == 1
    assert [tokens.refresh_token for tokens in told] == ["r2"]


def test_tasks_that_find_the_token_expired_make_one_refresh() -> None:
    expiring = Expiring()

    async def ask() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(expiring))
        async with AsyncJigaStore(
            access_token="old", refresh_token="r1", base_url="http://store.test", http_client=http
        ) as store:
            await asyncio.gather(*(store.wallet.get() for _ in range(CALLS)))
        await http.aclose()

    asyncio.run(ask())
    assert expiring.refreshes == 1


def test_a_refresh_that_was_refused_is_not_tried_by_everybody() -> None:
    expiring = Expiring()
    store = FakeStore(expiring).client(api_key=None, access_token="old", refresh_token="stolen")
    for _ in range(3):
        with pytest.raises(AuthenticationError):
            store.wallet.get()
    assert expiring.refreshes == 1


@pytest.mark.usefixtures("no_pauses")
@pytest.mark.parametrize(("device", "tries"), [(None, 1), ("d1", 2)])
def test_a_refresh_is_repeated_only_by_the_device_that_it_is_for_because_else_it_ends_the_sign_in(
    device: str | None, tries: int
) -> None:
    def answer(request: httpx.Request) -> httpx.Response | Exception:
        return lost() if request.url.path.endswith("/refresh") else problem(401, "INVALID_TOKEN")

    fake = FakeStore(answer)
    store = fake.client(api_key=None, access_token="old", refresh_token="r1", device_token=device)
    with pytest.raises(ConnectionError, match="broke"):
        store.wallet.get()
    refreshes = [json.loads(each.content) for each in fake.asked if each.url.path.endswith("/refresh")]
    assert [each.get("deviceToken") for each in refreshes] == [device] * tries


def test_a_players_token_is_fetched_anew_when_it_has_expired() -> None:
    tokens = iter(["first", "new"])
    fake = FakeStore(Expiring())
    fake.client(api_key=None, player_token=lambda: next(tokens)).wallet.get()
    assert [request.headers["authorization"] for request in fake.asked] == ["Bearer first", "Bearer new"]


def test_without_a_way_to_get_another_token_a_refusal_is_a_refusal() -> None:
    fake = FakeStore(problem(401, "INVALID_TOKEN"))
    with pytest.raises(AuthenticationError):
        fake.client(api_key=None, access_token="old").wallet.get()
    assert len(fake.asked) == 1
