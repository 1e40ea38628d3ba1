"""The answer to one thing that was said."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator

from jiga_store._async._concurrency import Signal
from jiga_store._live.events import Part, Reply
from jiga_store._live.exchange import Exchange
from jiga_store.errors import TimeoutError


class AsyncAnswer:
    """What comes of one thing that was said, as it comes.

    It was said when this was made, and need not be waited for. Walk through it for the pieces, or take the whole:

    ```python
    async for part in live.say("They push B, what now?"):
        print(part.text, end="", flush=True)
    reply = await live.say("And now?").whole()
    print(reply.text, reply.dof_consumed)
    ```
    """

    def __init__(self) -> None:
        """Made by the live session."""
        self._signal = Signal()
        self._exchange: Exchange | None = None

    def _of(self, exchange: Exchange) -> Callable[[], None]:
        self._exchange = exchange
        return self._signal.notify

    @property
    def _said(self) -> Exchange:
        assert self._exchange is not None  # noqa: S101 - the live session puts it there
        return self._exchange

    @property
    def seq(self) -> int:
        """The number of what was said, as on the session's usage lines."""
        return self._said.seq

    @property
    def done(self) -> bool:
        """Whether nothing more comes."""
        return self._said.done

    @property
    def dof_consumed(self) -> int:
        """What it cost; 0 until it is done."""
        return self._said.dof_consumed

    @property
    def also(self) -> list[Part]:
        """What the agent said beside the answer so far: to the team, as commentary, as a lesson."""
        return [part for part in self._said.parts if part.kind is not None]

    def __aiter__(self) -> AsyncIterator[Part]:
        """Each piece of the answer itself, as it comes."""
        return self._parts()

    async def _parts(self) -> AsyncIterator[Part]:
        said, number = self._said, 0
        while True:
            heard = number
            await self._signal.wait(lambda: said.done or len(said.parts) > heard)  # noqa: B023 - waited for at once
            while number < len(said.parts):
                part = said.parts[number]
                number += 1
                if part.kind is None:
                    yield part
            if said.done and number >= len(said.parts):
                if said.error is not None:
                    raise said.error
                return

    async def whole(self, timeout: float | None = None) -> Reply:
        """The whole answer. `timeout` (seconds) gives up waiting, and takes nothing back of what was said."""
        said = self._said
        if not await self._signal.wait(lambda: said.done, timeout):
            raise TimeoutError("There is no whole answer yet; it still comes, and reaches `response`.")
        if said.error is not None:
            raise said.error
        return said.reply()

    # async only
    def __await__(self) -> Generator[object, None, Reply]:
        """The whole answer."""
        return self.whole().__await__()

    # end

    def __repr__(self) -> str:
        """Shows which one it is."""
        return f"Answer(seq={self.seq}, done={self.done})"
