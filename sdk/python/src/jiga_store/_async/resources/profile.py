"""Who one is to the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._requests import Call, get, in_camel_case, path
from jiga_store.types.api import Figures, PreferencesView, ProfileView


class AsyncProfile:
    """`store.profile`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    async def get(self) -> ProfileView:
        """One's profile."""
        return await self._transport.read(ProfileView, get(path("/profile")))

    async def replace(
        self, *, display_name: str, nationality: str | None = None, timezone: str | None = None
    ) -> ProfileView:
        """Replaces one's profile: what is not given is taken away."""
        body = in_camel_case({"display_name": display_name, "nationality": nationality, "timezone": timezone})
        return await self._transport.read(ProfileView, Call("PUT", path("/profile"), body=body))

    async def stats(self) -> Figures:
        """What one has played and earned, in figures."""
        return await self._transport.read(Figures, get(path("/profile/stats")))

    async def preferences(self) -> PreferencesView:
        """What one is told of, and how."""
        return await self._transport.read(PreferencesView, get(path("/profile/preferences")))

    async def replace_preferences(
        self,
        *,
        language: str | None = None,
        theme: Literal["system", "light", "dark"] | None = None,
        favorite_games: Sequence[str] | None = None,
        notifications: Mapping[str, bool] | None = None,
    ) -> PreferencesView:
        """Replaces one's preferences: what is not given is as it was in the beginning.

        `notifications` says what one is told by: `{"email": True, "push": False}`.
        """
        body = in_camel_case(
            {
                "language": language,
                "theme": theme,
                "favorite_games": None if favorite_games is None else [*favorite_games],
                "notifications": notifications,
            }
        )
        call = Call("PUT", path("/profile/preferences"), body=body)
        return await self._transport.read(PreferencesView, call)
