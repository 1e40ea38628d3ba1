"""Players of a studio: the studio's server makes tokens for them, and their games use those."""

from __future__ import annotations

from typing import Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._requests import Call, deep_camel, in_camel_case, path
from jiga_store.params import Cap
from jiga_store.types.api import PlayerToken
from jiga_store.types.api import Tokens as SignedIn


class AsyncPlayers:
    """`store.players`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    async def token(
        self,
        external_id: str,
        *,
        display_name: str | None = None,
        spends: Literal["own", "studio"] | None = None,
        cap: Cap | None = None,
    ) -> PlayerToken:
        """Makes a short-lived token for a player, by a secret key with the scope `players`. On the server, never in a game.

        ```python
        token = await store.players.token("steam-7656119", display_name="Ada", spends="studio", cap={"day": 5_000})
        ```
        """
        body = in_camel_case(
            {"display_name": display_name, "spends": spends, "cap": None if cap is None else deep_camel(cap)}
        )
        # A second token beside a first one that was lost does no harm: it opens the same.
        call = Call("POST", path("/players/{id}/tokens", id=external_id), body=body, repeatable=True)
        return await self._transport.read(PlayerToken, call)

    async def claim(self, email: str, password: str) -> SignedIn:
        """Makes a studio's player an account with an email and a password, which keeps all that the player has.

        Only the player may: `JigaStore(player_token=...)`. The answer is as of a sign-in. Not repeated by itself.
        """
        call = Call("POST", path("/players/claim"), body={"email": email, "password": password})
        return await self._transport.read(SignedIn, call)
