"""Sessions: what runs, what it used, what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.live import AsyncLiveSession
from jiga_store._async.pages import AsyncPages
from jiga_store._async.session import AsyncSession
from jiga_store._models import parse
from jiga_store._requests import Call, get, money, path
from jiga_store.types.api import Ended, Hired, Receipt, Review, SessionView, UsageView


class AsyncSessions:
    """`store.sessions`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    def list(self, *, status: str | None = None, limit: int | None = None) -> AsyncPages[SessionView]:
        """One's sessions, the newest first; `status` such as `active` or `ended`."""
        call = get(path("/sessions"), status=status, limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(SessionView, item))

    async def get(self, session_id: str) -> SessionView:
        """One session as it stands."""
        return await self._transport.read(SessionView, get(path("/sessions/{id}", id=session_id)))

    async def start(
        self,
        agent_id: str,
        type: Literal["owned", "trial"],  # noqa: A002 - as the API calls it
        *,
        dof_allocation: int | None = None,
        configuration: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> AsyncSession:
        """Begins a free trial with an agent, or a session with one of one's own."""
        body = {
            "agent_id": agent_id,
            "type": type,
            "dof_allocation": dof_allocation,
            "configuration": configuration,
        }
        call = money(path("/sessions"), body, idempotency_key=idempotency_key)
        return AsyncSession(self._transport, await self._transport.read(Hired, call))

    def connect(self, session_id: str, *, keep: bool = False, timeout: float = 30.0) -> AsyncLiveSession:
        """Opens a line to a session that runs, as `session.connect()` does after a hire."""
        live = AsyncLiveSession(self._transport, session_id, keep=keep, timeout=timeout)
        # sync only
        # live.__enter__()
        # end
        return live

    async def configure(self, session_id: str, configuration: Mapping[str, Any]) -> SessionView:
        """Changes what is asked of the agent while the session runs."""
        call = Call("PUT", path("/sessions/{id}", id=session_id), body={"configuration": configuration})
        return await self._transport.read(SessionView, call)

    async def end(self, session_id: str) -> Ended:
        """Ends a session and settles it. Ending twice gives the same figures and charges once."""
        return await self._transport.read(Ended, Call("DELETE", path("/sessions/{id}", id=session_id)))

    def usage(self, session_id: str, *, limit: int | None = None) -> AsyncPages[UsageView]:
        """A line for each thing that was charged."""
        call = get(path("/sessions/{id}/usage", id=session_id), limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(UsageView, item))

    async def receipt(self, session_id: str) -> Receipt:
        """The receipt of a session that is settled, to be verified by `verify_receipt`."""
        return await self._transport.read(Receipt, get(path("/sessions/{id}/receipt", id=session_id)))

    async def jwks(self) -> dict[str, Any]:
        """The store's public keys, with which its receipts are verified. Keep them to verify without asking."""
        return dict(await self._transport.json(Call("GET", "/.well-known/jwks.json"), _are_keys))

    async def review(
        self,
        session_id: str,
        *,
        rating: int,
        comment: str,
        title: str | None = None,
        helpful: bool | None = None,
        idempotency_key: str | None = None,
    ) -> Review:
        """Rates the agent, from 1 to 5. Only who was charged may, and once."""
        body = {"rating": rating, "comment": comment, "title": title, "helpful": helpful}
        call = money(path("/sessions/{id}/review", id=session_id), body, idempotency_key=idempotency_key)
        return await self._transport.read(Review, call)


def _are_keys(said: Any) -> bool:
    return isinstance(said, dict) and isinstance(said.get("keys"), list)
