"""The client: who asks, where, and the resources that can be asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from urllib.parse import urlsplit

import httpx
from typing_extensions import Self

from jiga_store._async._tokens import AsyncTokens, TokenSource
from jiga_store._async._transport import AsyncTransport
from jiga_store._async.resources.agents import AsyncAgents
from jiga_store._async.resources.api_keys import AsyncApiKeys
from jiga_store._async.resources.favourites import AsyncFavourites
from jiga_store._async.resources.marketplace import AsyncMarketplace
from jiga_store._async.resources.notifications import AsyncNotifications
from jiga_store._async.resources.players import AsyncPlayers
from jiga_store._async.resources.profile import AsyncProfile
from jiga_store._async.resources.sessions import AsyncSessions
from jiga_store._async.resources.wallet import AsyncWallet
from jiga_store._credentials import Credentials
from jiga_store._requests import Call, in_camel_case, path
from jiga_store._retries import Retries
from jiga_store.types.api import Tokens as SignedIn

PUBLIC_STORE = "https://jiga.ai"
# Two tries fit into the 30 seconds in which the store repeats a refresh.
ONE_REFRESH = 10.0


class AsyncJigaStore:
    """A client of one store.

    ```python
    async with AsyncJigaStore() as store:  # the key in JIGA_API_KEY, the store at JIGA_URL
        session = await store.marketplace.hire("nova-coordinator-001", dof_allocation=20_000)
        async with session.connect() as live:
            async for part in live.say("They push B, what now?"):
                print(part.text, end="", flush=True)
    ```

    Who asks is told by one of:

    - `api_key`: of a studio's server (`jiga_live_...`, `jiga_test_...`), or a publishable one (`jiga_pub_...`);
    - `player_token`: a player's, made by the studio's server, for a quarter of an hour. Give a function that asks that server
      for one: it is called at first, and when the last one has expired;
    - `access_token`, with the `refresh_token` and the `device_token` that came with it: of a signed-in user. It is renewed once
      for all calls that find it expired, and `on_tokens` is told the new ones, to be kept.

    Without any, the environment's `JIGA_API_KEY` is taken; without that, one may still look at the marketplace.

    `timeout` (seconds) is for each try of a call; `max_retries` is how often a call that may be repeated is tried again.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        player_token: str | TokenSource | None = None,
        access_token: str | None = None,
        refresh_token: str | None = None,
        device_token: str | None = None,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 2,
        http_client: httpx.AsyncClient | None = None,
        on_tokens: Callable[[SignedIn], object] | None = None,
    ) -> None:
        """Sends nothing yet."""
        source = player_token if callable(player_token) else None
        token = None if callable(player_token) else player_token
        if api_key is None and token is None and source is None and access_token is None:
            api_key = os.environ.get("JIGA_API_KEY") or None
        credentials = Credentials(api_key, token, access_token)
        self._owns_http = http_client is None
        self._transport = AsyncTransport(
            _origin(base_url or os.environ.get("JIGA_URL") or PUBLIC_STORE),
            credentials,
            http_client or httpx.AsyncClient(limits=httpx.Limits(max_connections=100, max_keepalive_connections=20)),
            timeout,
            Retries(max_retries),
        )
        self._transport.tokens = AsyncTokens(
            token or access_token, refresh_token, device_token, source, self._refresh, on_tokens
        )
        self._with_resources()

    def _with_resources(self) -> None:
        self.marketplace = AsyncMarketplace(self._transport)
        """Finding an agent and hiring it."""
        self.sessions = AsyncSessions(self._transport)
        """What runs, what it used, what it came to."""
        self.wallet = AsyncWallet(self._transport)
        """What is in the wallet, and how DOF come and go."""
        self.agents = AsyncAgents(self._transport)
        """Looking at agents, and being the owner of some."""
        self.profile = AsyncProfile(self._transport)
        """Who one is to the store."""
        self.favourites = AsyncFavourites(self._transport)
        """Listings that one wants to find again."""
        self.notifications = AsyncNotifications(self._transport)
        """What the store has told the user."""
        self.api_keys = AsyncApiKeys(self._transport)
        """Making keys, limiting and renewing them."""
        self.players = AsyncPlayers(self._transport)
        """Players of a studio."""

    @classmethod
    async def sign_in(
        cls,
        email: str,
        password: str,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        max_retries: int = 2,
        http_client: httpx.AsyncClient | None = None,
        on_tokens: Callable[[SignedIn], object] | None = None,
    ) -> Self:
        """A client of a user with an account, by email and password. Games and servers use a key or a player's token."""
        # No credentials of the environment: it is this user who asks.
        store = cls(
            access_token="",
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            http_client=http_client,
            on_tokens=on_tokens,
        )
        # Signing in a second time, beside a first one whose answer was lost, does no harm.
        call = Call(
            "POST",
            path("/auth/login"),
            body={"email": email, "password": password},
            repeatable=True,
            as_nobody=True,
        )
        try:
            signed_in = await store._transport.read(SignedIn, call)
        except BaseException:
            await store.aclose()
            raise
        store._transport.tokens = AsyncTokens(
            signed_in.access_token,
            signed_in.refresh_token,
            signed_in.device_token,
            None,
            store._refresh,
            on_tokens,
        )
        if on_tokens is not None:
            on_tokens(signed_in)
        return store

    async def _refresh(self, refresh_token: str, device_token: str | None) -> SignedIn:
        # The store takes a refresh token once, and a second use of it ends the whole sign-in. Only to the device that it was
        # given to does it tell the same again, for 30 seconds; so with that, a lost answer is asked for once more.
        call = Call(
            "POST",
            path("/auth/refresh"),
            body=in_camel_case({"refresh_token": refresh_token, "device_token": device_token}),
            repeatable=device_token is not None,
            timeout=ONE_REFRESH,
            max_retries=1,
            as_nobody=True,
        )
        return await self._transport.read(SignedIn, call)

    @property
    def base_url(self) -> str:
        """Which store it is."""
        return self._transport.base_url

    def with_options(self, *, timeout: float | None = None, max_retries: int | None = None) -> Self:
        """The same client with other limits, over the same connections.

        ```python
        await store.with_options(timeout=2, max_retries=0).wallet.get()
        ```
        """
        other = object.__new__(type(self))
        other._owns_http = False
        other._transport = self._transport.like(timeout=timeout, max_retries=max_retries)
        other._with_resources()
        return other

    async def aclose(self) -> None:
        """Closes the connections, unless they were given."""
        if self._owns_http:
            await self._transport.http.aclose()

    async def __aenter__(self) -> Self:
        """The client itself."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the connections."""
        await self.aclose()

    def __repr__(self) -> str:
        """Shows which store, and nothing that opens it."""
        return f"{type(self).__name__}({self.base_url!r}, {self._transport.credentials!r})"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"base_url is where a store is, such as https://store.example, not {url!r}.")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
