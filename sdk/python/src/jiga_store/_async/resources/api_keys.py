"""API keys: making them, limiting what they may do, and renewing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import parse
from jiga_store._requests import Call, camel, get, in_camel_case, path
from jiga_store.params import UNCHANGED, Budgets, Scope, Unchanged
from jiga_store.types.api import DayOfUse, KeyView
from jiga_store.types.keys import CreatedKey


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
        scopes: Sequence[Scope] | None = None,
        allowed_origins: Sequence[str] | None = None,
        allowed_addresses: Sequence[str] | None = None,
        expires_at: datetime | None = None,
        budgets: Budgets | None = None,
    ) -> CreatedKey:
        """Makes a key. `key` of the answer is shown this once: keep it where secrets are kept.

        It is not repeated by itself: the store keeps no answer with a secret in it. If the answer is lost, look at `list`, and
        delete what nobody has.
        """
        body = _limits(name, scopes, allowed_origins, allowed_addresses, budgets)
        body |= in_camel_case(
            {"kind": kind, "mode": mode, "expires_at": None if expires_at is None else expires_at.isoformat()}
        )
        return await self._transport.read(CreatedKey, Call("POST", path("/api-keys"), body=body))

    def list(self, *, limit: int | None = None) -> AsyncPages[KeyView]:
        """One's keys, each with its beginning and its end."""
        return AsyncPages(self._transport, get(path("/api-keys"), limit=limit), lambda item: parse(KeyView, item))

    async def update(
        self,
        key_id: str,
        *,
        name: str | None = None,
        scopes: Sequence[Scope] | None = None,
        allowed_origins: Sequence[str] | None = None,
        allowed_addresses: Sequence[str] | None = None,
        expires_at: datetime | Unchanged | None = UNCHANGED,
        budgets: Budgets | None = None,
    ) -> KeyView:
        """Changes what is given, and nothing else: `budgets={"day": 500}` leaves the month's as it is.

        None takes an end or a budget away: `expires_at=None`, `budgets={"day": None}`.
        """
        body = _limits(name, scopes, allowed_origins, allowed_addresses, budgets)
        if expires_at is not UNCHANGED:
            body["expiresAt"] = None if expires_at is None else expires_at.isoformat()
        call = Call("PATCH", path("/api-keys/{id}", id=key_id), body=body)
        return await self._transport.read(KeyView, call)

    async def delete(self, key_id: str) -> None:
        """Takes a key out of use at once."""
        await self._transport.done(Call("DELETE", path("/api-keys/{id}", id=key_id)))

    async def rotate(self, key_id: str) -> CreatedKey:
        """Makes a new text for this key; the one before still works until `previous_until`. Not repeated by itself.

        A key has its newest text and up to four before it, each for 24 hours: a fifth rotation within a day ends the eldest.
        """
        call = Call("POST", path("/api-keys/{id}/rotate", id=key_id))
        return await self._transport.read(CreatedKey, call)

    def usage(self, key_id: str, *, limit: int | None = None) -> AsyncPages[DayOfUse]:
        """What a key did, day by day."""
        call = get(path("/api-keys/{id}/usage", id=key_id), limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(DayOfUse, item))


def _limits(
    name: str | None,
    scopes: Sequence[str] | None,
    allowed_origins: Sequence[str] | None,
    allowed_addresses: Sequence[str] | None,
    budgets: Budgets | None,
) -> dict[str, Any]:
    return in_camel_case(
        {
            "name": name,
            "scopes": None if scopes is None else [*scopes],
            "allowed_origins": None if allowed_origins is None else [*allowed_origins],
            "allowed_addresses": None if allowed_addresses is None else [*allowed_addresses],
            "budgets": None if budgets is None else {camel(name): most for name, most in budgets.items()},
        }
    )
