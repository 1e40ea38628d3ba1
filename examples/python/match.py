#!/usr/bin/env python3
"""Hires an agent, streams a recorded match to it, and prints what it says and what it cost."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from jiga_store import ApiError, AsyncAnswer, AsyncJigaStore, AsyncLiveSession, Bill, JigaError, Part, verify_receipt

RECORDED = Path(__file__).resolve().parents[2] / "apps/demo/src/main/resources/match.jsonl"


async def main() -> int:
    options = arguments()
    moments = [json.loads(line) for line in RECORDED.read_text().splitlines() if line.strip()]
    async with await client(options.store) as store:
        session = await store.marketplace.hire(options.agent, dof_allocation=20_000)
        print(f"Hired {options.agent}: {session.contract.dof_allocated:,} DOF are held.\n")
        async with session.connect() as live:
            live.on("response", print_beside)
            live.on("warning", lambda warning: print(f"  ! {warning.text}"))
            live.on("detected", lambda seen: print(f"  * {seen.text}"))
            live.on("reconnecting", lambda _: print("  (the line is lost)"))
            live.on("reconnected", lambda _: print("  (and is back)"))
            asked = await play(live, moments, options.seconds)
            print(f"\nThe meter says {live.cost.consumed:,} DOF.")
            bill = await live.end()
        await print_bill(store, session.id, bill, asked)
    return 0


async def play(live: AsyncLiveSession, moments: list[dict[str, Any]], seconds: float) -> set[int]:
    """Each moment at its time, the whole match in so many seconds; gives the numbers of what was asked."""
    whole = sum(moment["afterMillis"] for moment in moments)
    asked: set[int] = set()
    events: list[asyncio.Task[None]] = []
    for moment in moments:
        await asyncio.sleep(moment["afterMillis"] / whole * seconds)
        frame = moment["frame"]
        if frame["type"] == "text_input":
            asked.add(await ask(live, frame["data"]["text"]))
        else:
            # The match does not wait for what the agent says to an event, but that costs what an answer costs.
            told = print_unasked(frame["data"]["kind"], live.game_event(**frame["data"]))
            events.append(asyncio.create_task(told))
    await asyncio.gather(*events)
    return asked


async def ask(live: AsyncLiveSession, question: str) -> int:
    print(f"\nYou:   {question}\nAgent: ", end="")
    answer = live.say(question)
    async for part in answer:
        print(part.text, end="", flush=True)
    print(f"  [{answer.dof_consumed} DOF]\n")
    return answer.seq


async def print_unasked(kind: str, answer: AsyncAnswer) -> None:
    """What an event made the agent do, if that cost something: speak up by itself, or look something up."""
    try:
        reply = await answer.whole()
    except ApiError as e:
        print(f"  > {kind.replace('_', ' ')}: {e}")
        return
    if reply.text or reply.dof_consumed:
        print(f"  > {kind.replace('_', ' ')}: {reply.text or '(no words)'}  [{reply.dof_consumed} DOF]")


def print_beside(part: Part) -> None:
    """What the agent says without being asked: calls, commentary, messages to the team, lessons."""
    if part.kind is not None and part.text:
        print(f"  {part.kind.replace('_', ' ')}: {part.text}")


async def print_bill(store: AsyncJigaStore, session_id: str, bill: Bill, asked: set[int]) -> None:
    dofs: Counter[str] = Counter()
    units: Counter[str] = Counter()
    async for line in store.sessions.usage(session_id):
        what = line.action.replace("_", " ")
        if line.action == "chat":
            # What the agent says by itself, to an event, costs as much as an answer to a question.
            what += ", asked" if line.seq in asked else ", by itself"
        dofs[what] += line.dof
        units[what] += line.units
    print("\nThe bill")
    for what, dof in sorted(dofs.items()):
        unit = " ms" if what == "time" else ""
        print(f"  {what:15} {units[what]:>9,}{unit:3} {dof:>7,} DOF")
    print(f"  {'together':15} {'':12} {dofs.total():>7,} DOF, and {bill.released:,} DOF went back")
    receipt = await store.sessions.receipt(session_id)
    claims = verify_receipt(receipt.receipt, await store.sessions.jwks())
    if not claims.consumed == bill.consumed == dofs.total():
        raise SystemExit("The receipt, the bill and the usage lines do not agree.")
    print("The receipt is signed by the store, and says the same.")


async def client(url: str) -> AsyncJigaStore:
    if os.environ.get("JIGA_API_KEY"):
        return AsyncJigaStore(base_url=url)
    return await AsyncJigaStore.sign_in(
        os.environ.get("JIGA_EMAIL", "player@demo.jiga.local"),
        os.environ.get("JIGA_PASSWORD", "try-the-store"),
        base_url=url,
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", default=os.environ.get("JIGA_URL", "http://localhost:3000"), metavar="URL")
    parser.add_argument("--seconds", type=float, default=20, metavar="N", help="for the whole match (20)")
    parser.add_argument("--agent", default="nova-coordinator-001", metavar="ID")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except JigaError as e:
        sys.exit(f"{e}")
