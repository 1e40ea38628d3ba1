"""A running store, asked directly: players, wallets, and nothing of the SDK."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from typing import Any

import httpx

PASSWORD = "river-lantern-orchard"


@dataclass(frozen=True)
class Player:
    """Somebody with an account."""

    id: str
    email: str
    access_token: str
    refresh_token: str
    device_token: str | None = None


def url() -> str | None:
    """Where the store runs, if one does."""
    given = os.environ.get("JIGA_URL")
    return given.rstrip("/") if given else None


def new_player(store: str, dof: int = 500_000, name: str = "Ada") -> Player:
    """A player who has just registered, and filled the wallet by the sandbox's checkout."""
    with httpx.Client(base_url=store, timeout=30) as http:
        email = f"{uuid.uuid4()}@example.org"
        made = http.post(
            "/api/v1/auth/register", json={"email": email, "password": PASSWORD, "displayName": name}
        ).json()
        player = Player(made["user"]["id"], email, made["accessToken"], made["refreshToken"], made.get("deviceToken"))
        if dof:
            fill(http, player)
        return player


def fill(http: httpx.Client, player: Player) -> None:
    """Buys the silver package: 500,000 DOF."""
    order = {"package": "silver", "paymentMethod": "sandbox", "returnUrl": "http://localhost:3000"}
    bought: Any = http.post("/api/v1/transactions/purchase", json=order, headers=bearer(player)).json()
    http.post(f"{bought['checkoutUrl']}/pay", json={"card": "success"}).raise_for_status()


def bearer(player: Player) -> dict[str, str]:
    """The header that says who is asking."""
    return {"Authorization": f"Bearer {player.access_token}"}


def end_all_sessions(store: str, player: Player) -> None:
    """Leaves nothing running."""
    with httpx.Client(base_url=store, timeout=30, headers=bearer(player)) as http:
        for session in http.get("/api/v1/sessions", params={"limit": 100}).json().get("items", []):
            if session["status"] not in ("ended", "expired", "failed"):
                http.delete(f"/api/v1/sessions/{session['id']}")
