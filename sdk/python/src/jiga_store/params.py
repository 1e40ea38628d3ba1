"""What some calls take: shapes of the API with more than a few members, as typed dictionaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal

from typing_extensions import NotRequired, TypedDict

__all__ = [
    "UNCHANGED",
    "AgentFields",
    "Availability",
    "Budgets",
    "Cap",
    "Features",
    "Listing",
    "Pricing",
    "Scope",
    "Specialization",
    "Unchanged",
]


class Unchanged(Enum):
    """What a change leaves as it is, where None would take it away."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED

# What a key may do. A store that is newer than this may have more.
Scope = (
    Literal[
        "read:marketplace",
        "hire",
        "sessions",
        "wallet:read",
        "wallet:write",
        "agents:read",
        "agents:write",
        "profile:read",
        "notifications",
        "players",
    ]
    | str
)


class Features(TypedDict):
    """What an agent can do beside talking."""

    has_voice_chat: bool
    has_commentator: bool
    has_memory: bool


class Specialization(TypedDict):
    """What an agent is specialized in."""

    games: Sequence[str]
    focus: NotRequired[str]
    specialist_type: NotRequired[str]


class AgentFields(TypedDict):
    """An agent, as its owner describes it."""

    name: str
    rank: str
    type: str
    provider: str
    nationality: str
    language: str
    voice_id: str
    features: Features
    toolkit: Sequence[str]
    description: NotRequired[str]
    image_url: NotRequired[str]
    specialization: NotRequired[Specialization]
    base_rate: NotRequired[int]
    model_config: NotRequired[Mapping[str, Any]]
    configuration: NotRequired[Mapping[str, Any]]


class Pricing(TypedDict):
    """DOF an hour."""

    base_rate: int


class Availability(TypedDict):
    """When an agent can be hired."""

    schedule: Literal["always", "scheduled"]
    hours: NotRequired[Sequence[Mapping[str, Any]]]
    timezone: NotRequired[str]


class Listing(TypedDict):
    """What an owner publishes an agent with."""

    title: str
    description: str
    tags: Sequence[str]
    category: Sequence[str]
    pricing: Pricing
    availability: Availability
    games: NotRequired[Sequence[str]]


class Budgets(TypedDict, total=False):
    """What a key may spend at most, in DOF. In a change, what is not named stays, and None takes a budget away."""

    day: int | None
    month: int | None
    total: int | None
    in_flight: int | None
    """Held for sessions at the same time."""


class Cap(TypedDict, total=False):
    """What a studio's player may spend at most, in DOF."""

    day: int
    total: int
    agents: Sequence[str]
    """The ids of the agents that the studio pays for, 1 to 20; any, where it is left out."""
