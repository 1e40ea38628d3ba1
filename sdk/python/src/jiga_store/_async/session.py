"""A session that was hired: what was agreed, and the way to its line."""

from __future__ import annotations

import time
from datetime import datetime

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.live import AsyncLiveSession
from jiga_store.types.api import Contract, Hired, Transaction


class AsyncSession:
    """What a hire came to.

    ```python
    session = await store.marketplace.hire("nova-coordinator-001", dof_allocation=20_000)
    print(session.id, session.contract.estimated_hours)
    async with session.connect() as live:
        reply = await live.say("They push B, what now?").whole()
    ```
    """

    def __init__(self, transport: AsyncTransport, hired: Hired) -> None:
        """Made by `store.marketplace.hire` and `store.sessions.start`."""
        self._transport = transport
        self._made_at = time.monotonic()
        self.hired = hired
        """The store's answer as it came."""

    @property
    def id(self) -> str:
        """The session's id, with which `store.sessions` finds it again."""
        return self.hired.session_id

    @property
    def agent_id(self) -> str:
        """Whom it is with."""
        return self.hired.agent_id

    @property
    def status(self) -> str:
        """How it stood when it was hired."""
        return self.hired.status

    @property
    def contract(self) -> Contract:
        """What was agreed: the allocation, the rate, and how long that lasts."""
        return self.hired.contract

    @property
    def transaction(self) -> Transaction | None:
        """The hold in the wallet; None for a trial."""
        return self.hired.transaction

    @property
    def expires_at(self) -> datetime:
        """Its time limit."""
        return self.hired.expires_at

    def connect(self, *, keep: bool = False, timeout: float = 30.0) -> AsyncLiveSession:
        """Opens the line. The clock starts at the first connection.

        Leaving the block ends the session; with `keep` it is only left, and goes on if somebody connects within ten
        minutes. `timeout` is for how long a line that does not open is tried again.
        """
        live = AsyncLiveSession(
            self._transport,
            self.id,
            self.hired.connection,
            connection_made_at=self._made_at,
            keep=keep,
            timeout=timeout,
        )
        # sync only
        # live.__enter__()
        # end
        return live

    def __repr__(self) -> str:
        """Shows which one it is."""
        return f"Session({self.id!r}, agent_id={self.agent_id!r})"
