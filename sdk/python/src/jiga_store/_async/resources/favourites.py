"""Listings that one wants to find again."""

from __future__ import annotations

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import parse
from jiga_store._requests import Call, get, path
from jiga_store.types.api import ListingCard


class AsyncFavourites:
    """`store.favourites`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    def list(self, *, limit: int | None = None) -> AsyncPages[ListingCard]:
        """One's favourites."""
        return AsyncPages(self._transport, get(path("/favourites"), limit=limit), lambda item: parse(ListingCard, item))

    async def add(self, listing_id: str) -> None:
        """Keeps a listing. Adding it twice is adding it once."""
        await self._transport.done(Call("PUT", path("/favourites/{id}", id=listing_id)))

    async def remove(self, listing_id: str) -> None:
        """Lets go of a listing."""
        await self._transport.done(Call("DELETE", path("/favourites/{id}", id=listing_id)))
