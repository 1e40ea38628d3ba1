"""Agents: looking at them, and being the owner of some."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import is_whole, parse
from jiga_store._requests import Call, deep_camel, get, in_camel_case, money, path
from jiga_store.params import AgentFields, Listing
from jiga_store.types.api import (
    AgentVersion,
    AgentWithStats,
    Configured,
    Earnings,
    Metrics,
    OwnAgent,
    PublicAgent,
    Published,
    Unpublished,
    VariantCreated,
    Verdict,
)

AnyAgent = PublicAgent | OwnAgent | AgentWithStats
# Members whose names below the first level are not the API's but their writer's.
FREE = frozenset({"model_config", "configuration"})


class AsyncAgents:
    """`store.agents`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    def list(self, *, owner_id: str | None = None, limit: int | None = None) -> AsyncPages[AnyAgent]:
        """One's own agents, or those of somebody else that may be seen."""
        return AsyncPages(self._transport, get(path("/agents"), owner_id=owner_id, limit=limit), agent_of)

    def system(self, *, limit: int | None = None) -> AsyncPages[AnyAgent]:
        """The store's own agents."""
        return AsyncPages(self._transport, get(path("/agents/system"), limit=limit), agent_of)

    async def get(self, agent_id: str, *, expand: str | None = None) -> AnyAgent:
        """One agent; its owner sees more of it (`OwnAgent`) than others do."""
        call = get(path("/agents/{id}", id=agent_id), expand=expand)
        return agent_of(await self._transport.json(call, lambda said: is_whole(_kind_of(said), said)))

    async def create(self, agent: AgentFields, *, idempotency_key: str | None = None) -> OwnAgent:
        """Makes an agent. It is a draft until it is published."""
        call = money(path("/agents"), _fields(agent), idempotency_key=idempotency_key)
        return await self._transport.read(OwnAgent, call)

    async def replace(self, agent_id: str, agent: AgentFields, *, if_match: str | None = None) -> OwnAgent:
        """Replaces an agent: what is not given is taken away. `if_match` refuses if somebody changed it meanwhile."""
        headers = {"If-Match": if_match} if if_match is not None else {}
        call = Call("PUT", path("/agents/{id}", id=agent_id), body=_fields(agent), headers=headers)
        return await self._transport.read(OwnAgent, call)

    async def delete(self, agent_id: str) -> None:
        """Deletes an agent."""
        await self._transport.done(Call("DELETE", path("/agents/{id}", id=agent_id)))

    async def configuration(self, agent_id: str) -> Configured:
        """How an agent of one's own is configured."""
        return await self._transport.read(Configured, get(path("/agents/{id}/config", id=agent_id)))

    async def configure(self, agent_id: str, configuration: Mapping[str, Any]) -> Configured:
        """Replaces how an agent of one's own is configured."""
        call = Call("PUT", path("/agents/{id}/config", id=agent_id), body={"configuration": configuration})
        return await self._transport.read(Configured, call)

    async def validate_configuration(self, agent_id: str, configuration: Mapping[str, Any]) -> Verdict:
        """Whether a configuration would be taken, and what it warns of. Nothing is changed."""
        call = Call(
            "POST",
            path("/agents/{id}/config/validate", id=agent_id),
            body={"configuration": configuration},
            repeatable=True,
        )
        return await self._transport.read(Verdict, call)

    def versions(self, agent_id: str, *, limit: int | None = None) -> AsyncPages[AgentVersion]:
        """What an agent of one's own was before."""
        call = get(path("/agents/{id}/versions", id=agent_id), limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(AgentVersion, item))

    async def metrics(self, agent_id: str) -> Metrics:
        """How an agent of one's own is doing."""
        return await self._transport.read(Metrics, get(path("/agents/{id}/metrics", id=agent_id)))

    async def earnings(self, agent_id: str) -> Earnings:
        """What an agent of one's own has earned."""
        return await self._transport.read(Earnings, get(path("/agents/{id}/earnings", id=agent_id)))

    async def create_variant(
        self, base_agent_id: str, customization: Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> VariantCreated:
        """Derives an agent of one's own from a system agent; `customization` has `name`, `voice_id` and more."""
        body = {"base_agent_id": base_agent_id, "customization": deep_camel(customization)}
        call = money(path("/agents/create-variant"), body, idempotency_key=idempotency_key)
        return await self._transport.read(VariantCreated, call)

    async def publish(self, agent_id: str, listing: Listing, *, idempotency_key: str | None = None) -> Published:
        """Puts an agent of one's own on the marketplace."""
        call = money(
            path("/agents/{id}/publish", id=agent_id),
            {"listing": deep_camel(listing)},
            idempotency_key=idempotency_key,
        )
        return await self._transport.read(Published, call)

    async def unpublish(self, agent_id: str, *, idempotency_key: str | None = None) -> Unpublished:
        """Takes an agent of one's own off the marketplace."""
        call = money(path("/agents/{id}/unpublish", id=agent_id), {}, idempotency_key=idempotency_key)
        return await self._transport.read(Unpublished, call)


def agent_of(answer: Any) -> AnyAgent:
    """What an agent shows of itself depends on who looks."""
    return parse(_kind_of(answer), answer)


def _kind_of(answer: Any) -> type[AnyAgent]:
    members = answer if isinstance(answer, dict) else {}
    if "configuration" in members or "version" in members:
        return OwnAgent
    return AgentWithStats if "stats" in members else PublicAgent


def _fields(agent: AgentFields) -> dict[str, Any]:
    return in_camel_case({name: value if name in FREE else deep_camel(value) for name, value in agent.items()})
