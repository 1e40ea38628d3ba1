"""The command `jiga-store`: search, hire, talk.

Who asks is told by the environment, so that no secret stands in a list of processes or in a shell's history:
JIGA_API_KEY, or JIGA_EMAIL and JIGA_PASSWORD of an account. JIGA_URL is where the store is; without it, the public one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from jiga_store import Answer, Bill, JigaError, JigaStore, LiveSession, Part, __version__
from jiga_store._live.events import Reconnecting

HELP_IN_TALK = """Write what you want to say. A line in braces tells what happened in the game, such as
  {"kind": "kill", "weapon": "M4"}
/pause and /resume stop the clock and let it run, /cost shows the meter, /end or the end of input ends the session."""


def main(arguments: Sequence[str] | None = None, lines: TextIO | None = None) -> int:
    """Runs the command; the exit code says whether it worked."""
    options = _parser().parse_args(arguments)
    command: Callable[[JigaStore, argparse.Namespace, TextIO], None] = options.command
    try:
        with _store(options.url) as store:
            command(store, options, lines or sys.stdin)
    except (JigaError, ValueError) as e:
        print(f"jiga-store: {e}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jiga-store",
        description="Finds AI gaming agents, hires them and talks to them.",
        epilog="Environment: JIGA_URL, and JIGA_API_KEY or JIGA_EMAIL with JIGA_PASSWORD.",
    )
    parser.add_argument("--version", action="version", version=f"jiga-store {__version__}")
    parser.add_argument("--url", help="where the store is, instead of JIGA_URL; with neither, https://jiga.ai")
    commands = parser.add_subparsers(required=True, metavar="search | hire | talk")

    search = commands.add_parser("search", help="finds agents")
    search.add_argument("words", nargs="*", help="what to look for; everything without it")
    search.add_argument("--max-price", type=int, metavar="DOF", help="at most so many DOF an hour")
    search.add_argument("--most", type=int, default=20, help="show at most so many (20)")
    search.set_defaults(command=_search)

    hire = commands.add_parser("hire", help="hires an agent, and prints the session's id")
    hire.add_argument("listing")
    hire.add_argument("--dof", type=int, default=20_000, help="what may be used at most (20000)")
    hire.set_defaults(command=_hire)

    talk = commands.add_parser("talk", help="hires an agent and talks to it", epilog=HELP_IN_TALK)
    talk.add_argument("listing", nargs="?")
    talk.add_argument("--session", metavar="ID", help="goes on with a session instead of hiring")
    talk.add_argument("--dof", type=int, default=20_000, help="what may be used at most (20000)")
    talk.set_defaults(command=_talk)
    return parser


def _store(url: str | None) -> JigaStore:
    email, password = os.environ.get("JIGA_EMAIL"), os.environ.get("JIGA_PASSWORD")
    if email and password and not os.environ.get("JIGA_API_KEY"):
        return JigaStore.sign_in(email, password, base_url=url)
    return JigaStore(base_url=url)


def _search(store: JigaStore, options: argparse.Namespace, _: TextIO) -> None:
    found = store.marketplace.search(" ".join(options.words) or None, max_price=options.max_price, limit=options.most)
    page = found.page()
    width = max((len(listing.listing_id) for listing in page.items), default=0)
    for listing in page.items:
        print(f"{listing.listing_id:{width}}  {listing.pricing.base_rate:>7,} DOF/h  {listing.title}")
    print(f"{len(page.items)} of {page.total if page.total is not None else len(page.items)}")


def _hire(store: JigaStore, options: argparse.Namespace, _: TextIO) -> None:
    session = store.marketplace.hire(options.listing, options.dof)
    print(session.id)
    print(
        f"{session.contract.dof_allocated:,} DOF are held, for some {session.contract.estimated_hours:.1f} h. "
        f"Within ten minutes: jiga-store talk --session {session.id}",
        file=sys.stderr,
    )


def _talk(store: JigaStore, options: argparse.Namespace, lines: TextIO) -> None:
    if (options.listing is None) == (options.session is None):
        raise ValueError("say either whom to hire, or --session ID")
    if options.session is not None:
        live = store.sessions.connect(options.session)
    else:
        live = store.marketplace.hire(options.listing, options.dof).connect()
    with live:
        live.on("response", _beside)
        live.on("warning", lambda warning: print(f"! {warning.text}", file=sys.stderr))
        live.on("detected", lambda seen: print(f"* {seen.text}", file=sys.stderr))
        live.on("reconnecting", _away)
        live.on("reconnected", lambda _: print("... and back.", file=sys.stderr))
        if lines.isatty():
            print(HELP_IN_TALK, file=sys.stderr)
        for line in lines:
            if line.strip() == "/end":
                break
            if line.strip():
                _one_line(live, line.strip())
        bill = live.end()
    _print_bill(bill)


def _one_line(live: LiveSession, line: str) -> None:
    if line == "/pause":
        live.pause()
    elif line == "/resume":
        live.resume()
    elif line == "/cost":
        cost = live.cost.now()
        print(f"{cost.consumed:,} DOF used, {cost.remaining:,} left")
    elif line.startswith("{"):
        event = json.loads(line)
        if "kind" not in event:
            raise ValueError("a game event has a 'kind'")
        _print_answer(live.game_event(**event))
    else:
        _print_answer(live.say(line))


def _print_answer(answer: Answer) -> None:
    said = ""
    for part in answer:
        print(part.text, end="", flush=True)
        said += part.text
    if said:
        print(f"  [{answer.dof_consumed} DOF]")


def _beside(part: Part) -> None:
    if part.kind is not None and part.text:
        print(f"* {part.kind.replace('_', ' ')}: {part.text}", file=sys.stderr)


def _away(_: Reconnecting) -> None:
    print("The line is lost; coming back ...", file=sys.stderr)


def _print_bill(bill: Bill) -> None:
    print(f"{bill.consumed:,} DOF used, {bill.released:,} back in the wallet ({bill.reason.replace('_', ' ')})")
