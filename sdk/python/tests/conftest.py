"""Fixtures of all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jiga_store import _retries
from tests.stand import store as stand
from tests.stand.store import Player


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries without the waiting between them."""
    monkeypatch.setattr(_retries, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(_retries, "pause", lambda *_, **__: 0.0)


@pytest.fixture(scope="session")
def store_url() -> str:
    url = stand.url()
    if url is None:
        pytest.skip("needs a running store: set JIGA_URL")
    return url


@pytest.fixture(scope="session")
def regular(store_url: str) -> Player:
    """Registering costs the store a second of hashing, so most tests share one player in each process."""
    return stand.new_player(store_url)


@pytest.fixture
def player(store_url: str, regular: Player) -> Iterator[Player]:
    """A player with a wallet, whose sessions are ended after the test."""
    yield regular
    stand.end_all_sessions(store_url, regular)


@pytest.fixture
def newcomer(store_url: str) -> Iterator[Player]:
    """A player who has never done anything yet."""
    somebody = stand.new_player(store_url)
    yield somebody
    stand.end_all_sessions(store_url, somebody)
