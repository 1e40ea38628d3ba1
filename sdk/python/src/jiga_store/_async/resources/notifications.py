"""What the store has told the user."""

from __future__ import annotations

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import parse
from jiga_store._requests import Call, get, path
from jiga_store.types.api import NotificationView


class AsyncNotifications:
    """`store.notifications`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    def list(self, *, unread: bool | None = None, limit: int | None = None) -> AsyncPages[NotificationView]:
        """One's notifications, the newest first."""
        call = get(path("/notifications"), unread=unread, limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(NotificationView, item))

    async def read(self, notification_id: str) -> NotificationView:
        """Marks one as read."""
        call = Call("POST", path("/notifications/{id}/read", id=notification_id), repeatable=True)
        return await self._transport.read(NotificationView, call)
