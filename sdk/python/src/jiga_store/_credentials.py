"""Who asks: a key, a player's token, or a signed-in user's access token; and how each is shown to the store."""

from __future__ import annotations

import sys
from dataclasses import dataclass

PUBLISHABLE = "jiga_pub_"
SECRET = ("jiga_live_", "jiga_test_")


@dataclass(frozen=True)
class Credentials:
    """What was given to the client. Its `repr` shows what kind it is, and nothing of it."""

    api_key: str | None = None
    player_token: str | None = None
    access_token: str | None = None

    def __post_init__(self) -> None:
        """Refuses what cannot work before anything is sent."""
        if self.player_token and self.access_token:
            raise ValueError("Give either a player_token or an access_token: both say who is asking.")
        if self.access_token and self.api_key:
            raise ValueError("Give either an api_key or an access_token: both say who is asking.")
        if self.api_key is not None and not self.api_key.startswith((PUBLISHABLE, *SECRET)):
            raise ValueError(
                "An api_key begins with jiga_live_, jiga_test_ or jiga_pub_. Copy it anew from the console."
            )
        if self.player_token and self.api_key:
            raise ValueError(
                "Give either an api_key or a player_token: a game has its player's token and needs no key."
            )
        if self.api_key and self.api_key.startswith(SECRET) and sys.platform == "emscripten":
            raise ValueError(
                "A secret key must not be in a browser, where everybody can read it. "
                "Use a player_token that your server makes, or a publishable key (jiga_pub_...)."
            )

    def headers(self, bearer: str | None) -> dict[str, str]:
        """The headers of a call, `bearer` being the token that is in use now, if there is one."""
        given = bearer or self.api_key
        return {"Authorization": f"Bearer {given}"} if given else {}

    def __repr__(self) -> str:
        """Names what was given, without it."""
        given = [
            name
            for name, value in (
                ("api_key", self.api_key),
                ("player_token", self.player_token),
                ("access_token", self.access_token),
            )
            if value
        ]
        return f"Credentials({', '.join(given) or 'nobody'})"
