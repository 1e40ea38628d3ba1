"""Does what a scenario says, through the public surface of the SDK."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
import time
import warnings
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, cast

from jiga_store import (
    AsyncAnswer,
    AsyncJigaStore,
    AsyncLiveSession,
    AsyncSession,
    Bill,
    JigaError,
    StoreDeprecationWarning,
    errors,
    verify_receipt,
)
from jiga_store._async._concurrency import Signal, sleep
from jiga_store._live.events import EVENT_NAMES, EventName
from tests.conformance.scenarios import Outcome, Unmet, in_order, meet, with_kept
from tests.stand.proxy import FaultProxy
from tests.stand.store import Player, new_player

TOGETHER: Any = (asyncio, ThreadPoolExecutor)


class AsyncActor:
    """One scenario's player, with a client, and a line once there is one."""

    def __init__(self, store: AsyncJigaStore, proxy: FaultProxy, player: Player, direct: str) -> None:
        self.store = store
        self.proxy = proxy
        self.player = player
        self.direct = direct
        self.kept: dict[str, Outcome] = {}
        self.later: dict[str, AsyncAnswer] = {}
        self.events: list[tuple[str, Any]] = []
        self.changed = Signal()
        self.deprecations = 0
        self.session: AsyncSession | None = None
        self.live: AsyncLiveSession | None = None
        self.friend: Player | None = None

    async def play(self, steps: list[dict[str, Any]]) -> None:
        try:
            for number, step in enumerate(steps, 1):
                try:
                    await self._step(step)
                except (Unmet, JigaError, AssertionError) as e:
                    raise Unmet(f"step {number} ({next(iter(step.items()))}): {type(e).__name__}: {e}") from e
        finally:
            if self.live is not None:
                await self.live.close()

    async def _step(self, step: dict[str, Any]) -> None:
        if "fault" in step:
            self.proxy.fault(step["fault"])
        elif "now" in step:
            self.proxy.now(step["now"])
        elif "check" in step:
            failures = self.proxy.failures(with_kept(step["check"], self.kept))
            if failures:
                raise Unmet("; ".join(failures))
        elif "events" in step:
            # Listeners are told beside the line, so it may take a moment.
            await self.changed.wait(lambda: not self._missing(step["events"]), 2)
            missing = self._missing(step["events"]) or self._unwanted(step["events"])
            if missing:
                raise Unmet(missing)
        else:
            await self._do(step)

    async def _do(self, step: dict[str, Any]) -> None:
        wanted = with_kept(step.get("expect", {}), self.kept)
        action: Callable[..., Awaitable[Outcome]] = getattr(self, f"do_{step['do']}")
        given = dict(step.get("with", {}))
        if step["do"] == "sayLater":
            given["name"] = step["as"]
        try:
            outcome = await action(**given)
        except JigaError as e:
            if "error" not in wanted:
                raise
            self._meet_error(e, wanted["error"])
            return
        if "error" in wanted:
            raise Unmet(f"it succeeded: {outcome}")
        meet(outcome, wanted)
        if "as" in step:
            self.kept[step["as"]] = outcome

    @staticmethod
    def _meet_error(e: JigaError, wanted: dict[str, Any]) -> None:
        kind = getattr(errors, wanted["type"])
        if not isinstance(e, kind):
            raise Unmet(f"{type(e).__name__} is no {wanted['type']}: {e}")
        bill = getattr(e, "bill", None)
        there = {
            "type": wanted["type"],
            "code": getattr(e, "code", None),
            "status": getattr(e, "status", None),
            "reason": getattr(e, "reason", None),
            "required": getattr(e, "required", None),
            "available": getattr(e, "available", None),
            "shortfall": getattr(e, "shortfall", None),
            "topUpUrl": getattr(e, "top_up_url", None),
            "retryAfter": getattr(e, "retry_after", None),
            "bill": _bill(bill) if bill is not None else None,
        }
        meet(there, wanted)

    # -- what is done

    async def do_hire(self, listing: str, dofAllocation: int, idempotencyKey: str | None = None) -> Outcome:  # noqa: N803
        self.session = await self.store.marketplace.hire(listing, dofAllocation, idempotency_key=idempotencyKey)
        return {"sessionId": self.session.id, "dofAllocated": self.session.contract.dof_allocated}

    async def do_connect(self) -> Outcome:
        live = await self._hired.connect(keep=True).__aenter__()
        self.live = live
        for name in EVENT_NAMES:
            live.on(name, self._hear(name))
        return {"state": live.state}

    def _hear(self, name: str) -> Callable[[Any], None]:
        def hear(value: Any) -> None:
            self.events.append((name, value))
            self.changed.notify()

        return hear

    async def do_say(self, text: str) -> Outcome:
        return await self._whole(self._live.say(text))

    async def do_sayLater(self, text: str, name: str) -> Outcome:  # noqa: N802
        self.later[name] = self._live.say(text)
        return {}

    async def do_answer(self, of: str) -> Outcome:
        return await self._whole(self.later[of])

    async def do_sayUnheard(self, text: str) -> Outcome:  # noqa: N802
        self._live.say(text)
        return {}

    async def _whole(self, answer: AsyncAnswer) -> Outcome:
        text, parts = "", 0
        async for part in answer:
            text = part.text if part.restart else text + part.text
            parts += 1
        reply = await answer.whole(1)
        assert reply.text == text
        return {"text": text, "parts": parts, "dofConsumed": reply.dof_consumed}

    async def do_gameEvent(self, kind: str, **members: Any) -> Outcome:  # noqa: N802
        reply = await self._live.game_event(kind, **members).whole()
        return {"dofConsumed": reply.dof_consumed}

    async def do_pause(self) -> Outcome:
        await self._live.pause()
        return {"state": self._live.state}

    async def do_resume(self) -> Outcome:
        await self._live.resume()
        return {"state": self._live.state}

    async def do_end(self) -> Outcome:
        return _bill(await self._live.end())

    async def do_endElsewhere(self) -> Outcome:  # noqa: N802
        ended = await self.store.sessions.end(self._hired.id)
        return {"consumed": ended.consumed, "released": ended.released}

    async def do_listenerThatThrows(self, event: str) -> Outcome:  # noqa: N802
        def throw(_: Any) -> None:
            raise ZeroDivisionError("a listener's mistake")

        self._live.on(cast("EventName", event_of(event)), throw)
        return {}

    async def do_waitFor(  # noqa: N802
        self, event: str | None = None, state: str | None = None, count: int = 1, within: float = 20
    ) -> Outcome:
        if state is not None:
            end = time.monotonic() + within
            while self._live.state != state and time.monotonic() < end:
                await sleep(0.02)
            if self._live.state != state:
                raise Unmet(f"the state is {self._live.state}")
            return {}
        name = event_of(event or "")
        if not await self.changed.wait(lambda: self._count(name) >= count, within):
            raise Unmet(f"{event} was heard {self._count(name)} times")
        return {}

    async def do_sample(self, seconds: float) -> Outcome:
        seen: list[int] = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            seen.append(self._live.cost.consumed)
            await sleep(0.05)
        falls = sum(1 for before, after in pairwise(seen) if after < before)
        return {"first": seen[0], "last": seen[-1], "highest": max(seen), "falls": falls}

    async def do_cost(self) -> Outcome:
        cost = self._live.cost.now()
        return {"consumed": cost.consumed, "remaining": cost.remaining, "rate": cost.rate}

    async def do_session(self) -> Outcome:
        session = await self.store.sessions.get(self._hired.id)
        return {"status": session.status, "consumed": session.dof.consumed, "endReason": session.end_reason}

    async def do_usage(self, limit: int | None = None) -> Outcome:
        lines = [line async for line in self.store.sessions.usage(self._hired.id, limit=limit)]
        chats = [line.seq for line in lines if line.action == "chat"]
        return {
            "lines": len(lines),
            "total": sum(line.dof for line in lines),
            "chats": len(chats),
            "duplicates": len(chats) - len(set(chats)),
        }

    async def do_sessions(self) -> Outcome:
        return {"count": len([session async for session in self.store.sessions.list()])}

    async def do_wallet(self) -> Outcome:
        wallet = await self._watching_warnings(self.store.wallet.get)
        return {"balance": wallet.balance, "available": wallet.available, "held": wallet.held}

    async def do_transfer(self, amount: int, idempotencyKey: str | None = None) -> Outcome:  # noqa: N803
        if self.friend is None:
            self.friend = new_player(self.direct, dof=0, name="Bo")
        moved = await self.store.wallet.transfer(self.friend.id, amount, idempotency_key=idempotencyKey)
        return {"fee": moved.fee}

    async def do_search(self, **filters: Any) -> Outcome:
        found = [listing async for listing in self.store.marketplace.search(**filters)]
        return {
            "count": len(found),
            "different": len({listing.listing_id for listing in found}),
            "ranks": sorted({listing.agent.rank for listing in found}),
        }

    async def do_together(self, calls: int, what: str) -> Outcome:
        asked = self.store.wallet.get if what == "wallet" else self.store.profile.get
        # async only
        outcomes: list[Any] = await asyncio.gather(*(asked() for _ in range(calls)), return_exceptions=True)
        # end
        # sync only
        # with ThreadPoolExecutor(calls) as pool:
        #     outcomes = [future.exception() for future in [pool.submit(asked) for _ in range(calls)]]
        # end
        failed = sum(1 for outcome in outcomes if isinstance(outcome, BaseException))
        return {"succeeded": calls - failed, "failed": failed}

    async def do_verifyReceipt(self, tampered: bool = False) -> Outcome:  # noqa: N802
        receipt = (await self.store.sessions.receipt(self._hired.id)).receipt
        jwks = await self.store.sessions.jwks()
        if tampered:
            head, body, signature = receipt.split(".")
            claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
            claims["consumed"] += 1
            body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
            receipt = f"{head}.{body}.{signature}"
        verified = verify_receipt(receipt, jwks)
        return {"consumed": verified.consumed, "sessionId": verified.session_id}

    async def do_warnings(self) -> Outcome:
        return {"count": self.deprecations}

    async def do_sleep(self, seconds: float) -> Outcome:
        await sleep(seconds)
        return {}

    async def _watching_warnings(self, ask: Callable[[], Awaitable[Any]]) -> Any:
        with CATCHING, warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                return await ask()
            finally:
                self.deprecations += sum(1 for each in caught if each.category is StoreDeprecationWarning)

    # -- what was heard

    def _count(self, name: str) -> int:
        if name == "response.done":
            return sum(1 for there, value in tuple(self.events) if there == "response" and value.done)
        return sum(1 for there, _ in tuple(self.events) if there == name)

    def _missing(self, wanted: dict[str, Any]) -> str | None:
        names = [name for name, _ in tuple(self.events)]
        order = [event_of(name) for name in wanted.get("order", [])]
        if not in_order(names, order):
            return f"events are {names}, expected in this order {order}"
        counts = {name: self._count(event_of(name)) for name in wanted.get("count", {})}
        return None if counts == wanted.get("count", {}) else f"events were heard so often: {counts}"

    def _unwanted(self, wanted: dict[str, Any]) -> str | None:
        for name in wanted.get("never", []):
            if self._count(event_of(name)):
                return f"there was {name}: {[value for there, value in self.events if there == name]}"
        return None

    @property
    def _hired(self) -> AsyncSession:
        assert self.session is not None
        return self.session

    @property
    def _live(self) -> AsyncLiveSession:
        assert self.live is not None
        return self.live


# Warnings are caught for a whole process, so only one scenario at a time may do so.
CATCHING = threading.Lock()


def event_of(name: str) -> str:
    """Python's name of an event."""
    return "dof_update" if name == "dofUpdate" else name


def _bill(bill: Bill) -> Outcome:
    return {"reason": bill.reason, "consumed": bill.consumed, "released": bill.released}
