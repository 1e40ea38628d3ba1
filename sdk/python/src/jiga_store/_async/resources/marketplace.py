"""The marketplace: finding an agent and hiring it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._async.session import AsyncSession
from jiga_store._models import parse
from jiga_store._requests import get, money, path
from jiga_store.types.api import Cards, Categories, Hired, ListingCard, ListingPage, ReviewView, Suggestions

SortBy = Literal["relevance", "popular", "rating", "price_asc", "price_desc", "newest"]
Words = str | Sequence[str]


class AsyncMarketplace:
    """`store.marketplace`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    def search(
        self,
        q: str | None = None,
        *,
        game: Words | None = None,
        rank: Words | None = None,
        type: Words | None = None,  # noqa: A002 - as the API calls it
        provider: Words | None = None,
        specialization: Words | None = None,
        category: Words | None = None,
        tag: Words | None = None,
        nationality: Words | None = None,
        has_voice_chat: bool | None = None,
        has_commentator: bool | None = None,
        min_price: int | None = None,
        max_price: int | None = None,
        min_rating: float | None = None,
        sort_by: SortBy | None = None,
        limit: int | None = None,
        page: int | None = None,
        fields: str | None = None,
    ) -> AsyncPages[ListingCard]:
        """Listings that fit, the best first. Several values of one filter mean any of them; `limit` is of one page.

        ```python
        async for listing in store.marketplace.search("call of dutty", max_price=12_000):
            print(listing.title, listing.pricing.base_rate)
        ```
        """
        filters = {name: value for name, value in locals().items() if name != "self"}
        return self._listings("/marketplace/search", filters)

    def browse(
        self, *, category: Words | None = None, sort_by: SortBy | None = None, limit: int | None = None
    ) -> AsyncPages[ListingCard]:
        """All listings."""
        return self._listings("/marketplace", {"category": category, "sort_by": sort_by, "limit": limit})

    def specialists(self, *, game: Words | None = None, limit: int | None = None) -> AsyncPages[ListingCard]:
        """Listings of specialists."""
        return self._listings("/marketplace/specialists", {"game": game, "limit": limit})

    def _listings(self, where: str, query: Mapping[str, Any]) -> AsyncPages[ListingCard]:
        return AsyncPages(self._transport, get(path(where), **query), lambda item: parse(ListingCard, item))

    async def get(self, listing_id: str, *, expand: str | None = None) -> ListingPage:
        """One listing; `expand` adds `details`, `stats` or `reviews`, with commas between them."""
        call = get(path("/marketplace/{listing_id}", listing_id=listing_id), expand=expand)
        return await self._transport.read(ListingPage, call)

    def reviews(self, listing_id: str, *, limit: int | None = None) -> AsyncPages[ReviewView]:
        """What players said of it, the newest first."""
        call = get(path("/marketplace/{listing_id}/reviews", listing_id=listing_id), limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(ReviewView, item))

    async def featured(self) -> list[ListingCard]:
        """What the operators of the store put in front."""
        return (await self._transport.read(Cards, get(path("/marketplace/featured")))).items

    async def categories(self) -> Categories:
        """The categories, and how many listings are in each."""
        return await self._transport.read(Categories, get(path("/marketplace/categories")))

    async def suggest(self, q: str, *, limit: int | None = None) -> Suggestions:
        """Names that begin with what was typed so far."""
        return await self._transport.read(Suggestions, get(path("/marketplace/suggest"), q=q, limit=limit))

    async def hire(
        self,
        listing_id: str,
        dof_allocation: int,
        *,
        configuration: Mapping[str, Any] | None = None,
        message: str | None = None,
        start_time: datetime | None = None,
        idempotency_key: str | None = None,
    ) -> AsyncSession:
        """Hires an agent: so many DOF are held, and what the session does not use comes back.

        The same `idempotency_key` is the same hire, however often it is asked for; each call has one of its own otherwise.

        ```python
        session = await store.marketplace.hire("nova-coordinator-001", dof_allocation=20_000)
        ```
        """
        body = {
            "dof_allocation": dof_allocation,
            "configuration": configuration,
            "message": message,
            "start_time": start_time.isoformat() if start_time is not None else None,
        }
        call = money(
            path("/marketplace/{listing_id}/hire", listing_id=listing_id), body, idempotency_key=idempotency_key
        )
        return AsyncSession(self._transport, await self._transport.read(Hired, call))
