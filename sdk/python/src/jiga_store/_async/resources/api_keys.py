"""API keys: making them, limiting what they may do, and renewing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import parse
from jiga_store._requests import Call, deep_camel, get, in_camel_case, money, path
from jiga_store.params import Budgets
from jiga_store.types.keys import ApiKey, CreatedApiKey, KeyUsage


class AsyncApiKeys:
    """`store.api_keys`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    async def create(
        self,
        name: str,
        *,
        kind: Literal["secret", "publishable"],
        mode: Literal["live", "test"],
        scopes: Sequence[str],
        allowed_origins: Sequence[str] | None = None,
        allowed_addresses: Sequence[str] | None = None,
        expires_at: datetime | None = None,
        budgets: Budgets | None = None,
        idempotency_key: str | None = None,
    ) -> CreatedApiKey:
        """Makes a key. `key` of the answer is shown this once: keep it where secrets are kept."""
        body = {
            "name": name,
            "kind": kind,
            "mode": mode,
            "scopes": [*scopes],
            "allowed_origins": None if allowed_origins is None else [*allowed_origins],
            "allowed_addresses": None if allowed_addresses is None else [*allowed_addresses],
            "expires_at": None if expires_at is None else expires_at.isoformat(),
            "budgets": None if budgets is None else deep_camel(budgets),
        }
        call = money(path("/api-keys"), body, idempotency_key=idempotency_key)
        return parse(CreatedApiKey, await self._transport.json(call))

    def list(self, *, limit: int | None = None) -> AsyncPages[ApiKey]:
        """One's keys, each with its beginning and its end."""
        return AsyncPages(self._transport, get(path("/api-keys"), limit=limit), lambda item: parse(ApiKey, item))

    async def update(
        self,
        key_id: str,
        *,
        name: str | None = None,
        scopes: Sequence[str] | None = None,
        allowed_origins: Sequence[str] | None = None,
        allowed_addresses: Sequence[str] | None = None,
        budgets: Budgets | None = None,
    ) -> ApiKey:
        """Changes what is given, and nothing else."""
        body = in_camel_case(
            {
                "name": name,
                "scopes": None if scopes is None else [*scopes],
                "allowed_origins": None if allowed_origins is None else [*allowed_origins],
                "allowed_addresses": None if allowed_addresses is None else [*allowed_addresses],
                "budgets": None if budgets is None else deep_camel(budgets),
            }
        )
        call = Call("PATCH", path("/api-keys/{id}", id=key_id), body=body)
        return parse(ApiKey, await self._transport.json(call))

    async def delete(self, key_id: str) -> None:
        """Takes a key out of use at once."""
        await self._transport.json(Call("DELETE", path("/api-keys/{id}", id=key_id)))

    async def rotate(self, key_id: str, *, idempotency_key: str | None = None) -> CreatedApiKey:
        """Makes a new key in the place of this one, which still works until `previous_expires_at`."""
        call = money(path("/api-keys/{id}/rotate", id=key_id), {}, idempotency_key=idempotency_key)
        return parse(CreatedApiKey, await self._transport.json(call))

    def usage(self, key_id: str, *, limit: int | None = None) -> AsyncPages[KeyUsage]:
        """What a key did, day by day."""
        call = get(path("/api-keys/{id}/usage", id=key_id), limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(KeyUsage, item))
