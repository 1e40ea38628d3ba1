"""Answers about API keys and the players of a studio."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from jiga_store._models import Model

__all__ = [
    "ApiKey",
    "ClaimedPlayer",
    "CreatedApiKey",
    "KeyBudgets",
    "KeyUsage",
    "PlayerCap",
    "PlayerToken",
    "StudioPlayer",
]


class KeyBudgets(Model):
    """What a key may spend at most, in DOF."""

    day: int | None = None
    month: int | None = None
    total: int | None = None
    in_flight: Annotated[int | None, Field(alias="inFlight")] = None


class ApiKey(Model):
    """A key, without itself: of that, only its beginning and its end are shown."""

    id: str
    name: str
    kind: Literal["secret", "publishable"] | str
    mode: Literal["live", "test"] | str
    prefix: str
    last_four: Annotated[str, Field(alias="lastFour")]
    scopes: list[str]
    allowed_origins: Annotated[list[str] | None, Field(alias="allowedOrigins")] = None
    allowed_addresses: Annotated[list[str] | None, Field(alias="allowedAddresses")] = None
    expires_at: Annotated[datetime | None, Field(alias="expiresAt")] = None
    budgets: KeyBudgets | None = None
    created_at: Annotated[datetime, Field(alias="createdAt")]
    last_used_at: Annotated[datetime | None, Field(alias="lastUsedAt")] = None


class CreatedApiKey(ApiKey):
    """A key with itself, which the store shows this once."""

    key: str
    previous_expires_at: Annotated[datetime | None, Field(alias="previousExpiresAt")] = None
    """After a rotation: until when the key before this one still works."""


class KeyUsage(Model):
    """What a key did on one day."""

    day: date
    requests: int
    dof_spent: Annotated[int, Field(alias="dofSpent")]


class PlayerCap(Model):
    """What a player may spend at most, in DOF."""

    day: int | None = None
    total: int | None = None


class StudioPlayer(Model):
    """A player of a studio."""

    external_id: Annotated[str, Field(alias="externalId")]
    user_id: Annotated[str, Field(alias="userId")]
    display_name: Annotated[str | None, Field(alias="displayName")] = None
    spends: Literal["own", "studio"] | str
    cap: PlayerCap | None = None


class PlayerToken(Model):
    """A token with which a player's game asks the store, for a short time."""

    token: str
    expires_in: Annotated[int, Field(alias="expiresIn")]
    """Seconds."""
    expires_at: Annotated[datetime, Field(alias="expiresAt")]
    player: StudioPlayer


class ClaimedPlayer(Model):
    """A player whose account was claimed."""

    player: StudioPlayer
