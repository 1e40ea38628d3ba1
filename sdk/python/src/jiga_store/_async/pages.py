"""Lists, read page by page as they are walked through."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from jiga_store._async._transport import AsyncTransport
from jiga_store._pages import Page
from jiga_store._requests import Call

T = TypeVar("T")


class AsyncPages(Generic[T]):
    """A list of the store's. Walking through it reads as many pages as it takes, each when it is needed.

    ```python
    async for listing in store.marketplace.search(q="call of duty"):
        print(listing.title)
    ```
    """

    def __init__(self, transport: AsyncTransport, call: Call, read: Callable[[Any], T]) -> None:
        """Made by the resources."""
        self._transport = transport
        self._call = call
        self._read = read

    def __aiter__(self) -> AsyncIterator[T]:
        """Each item of all pages."""
        return self._items()

    async def _items(self) -> AsyncIterator[T]:
        cursor: str | None = None
        while True:
            page = await self.page(cursor)
            for item in page.items:
                yield item
            if not page.next_cursor or page.next_cursor == cursor:
                return
            cursor = page.next_cursor

    async def page(self, cursor: str | None = None) -> Page[T]:
        """One page alone, with `total` and `facets` where the store tells them; the first, or the one at `cursor`."""
        call = self._call if cursor is None else replace(self._call, query={**self._call.query, "cursor": cursor})
        answer = await self._transport.json(call, _is_page)
        return Page(
            items=[self._read(item) for item in answer["items"]],
            next_cursor=answer.get("nextCursor"),
            total=answer.get("total"),
            facets=answer.get("facets") or {},
        )


def _is_page(said: Any) -> bool:
    return isinstance(said, dict) and isinstance(said.get("items"), list)
