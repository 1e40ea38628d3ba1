"""The token that is in use now, renewed once for all who wait for it."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable

from jiga_store._async._concurrency import Lock
from jiga_store.errors import AuthenticationError
from jiga_store.types.api import Tokens as SignedIn

TokenSource = Callable[[], "str | Awaitable[str]"]


class AsyncTokens:
    """Holds the bearer token. How a new one is got is the business of whoever made this."""

    def __init__(
        self,
        current: str | None,
        refresh_token: str | None,
        device_token: str | None,
        source: TokenSource | None,
        refresh: Callable[[str, str | None], Awaitable[SignedIn]],
        on_tokens: Callable[[SignedIn], object] | None,
    ) -> None:
        self._current = current
        self._refresh_token = refresh_token
        self._device_token = device_token
        self._source = source
        self._refresh = refresh
        self._on_tokens = on_tokens
        self._lock = Lock()
        self._refused: AuthenticationError | None = None

    async def bearer(self) -> str | None:
        """The token to send now."""
        if self._current is None and self._source is not None:
            await self.renewed(None)
        return self._current

    async def renewed(self, used: str | None) -> bool:
        """Makes sure that the token is another than the one that was refused; says whether there is another.

        Whoever comes while one is being fetched waits for that one: a hundred calls that find their token expired make
        one refresh, and a refresh that the store refused is not tried again by the other ninety-nine.
        """
        if self._source is None and self._refresh_token is None:
            return False
        async with self._lock:
            if self._current != used:
                return True
            if self._refused is not None:
                raise self._refused
            if self._source is not None:
                token = self._source()
                # async only
                if inspect.isawaitable(token):
                    token = await token
                # end
                self._current = str(token)
                return True
            if self._refresh_token is None:
                return False
            try:
                signed_in = await self._refresh(self._refresh_token, self._device_token)
            except AuthenticationError as e:
                self._refused = e
                raise
            self._current, self._refresh_token = signed_in.access_token, signed_in.refresh_token
            self._device_token = signed_in.device_token or self._device_token
            if self._on_tokens is not None:
                self._on_tokens(signed_in)
            return True

    def __repr__(self) -> str:
        """Shows nothing of them."""
        return "Tokens(***)"
