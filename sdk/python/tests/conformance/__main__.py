"""Plays the scenarios of sdk/conformance against a running store, by both twins, and prints one table for each.

`python -m tests.conformance [--store URL] [--twin async|sync] [NAME ...]`
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from jiga_store import AsyncJigaStore, JigaStore, _deprecation
from tests.conformance._async.actor import AsyncActor
from tests.conformance._sync.actor import Actor
from tests.conformance.scenarios import all_scenarios
from tests.stand.proxy import FaultProxy
from tests.stand.store import Player, end_all_sessions, new_player

AT_ONCE = 6
AT_MOST = 60


def play(store: str, scenario: dict[str, Any], twin: str) -> str | None:
    """Plays one scenario; what is wrong, if something is."""
    player = new_player(store, scenario.get("wallet", 500_000))
    options = scenario.get("client", {})
    limits = {"timeout": float(options.get("timeout", 10)), "max_retries": int(options.get("maxRetries", 2))}
    try:
        with FaultProxy(store) as proxy:
            if twin == "async":
                asyncio.run(asyncio.wait_for(_play_async(store, proxy, player, scenario, limits), AT_MOST))
            else:
                with JigaStore(**_caller(proxy, player), **limits) as client:  # type: ignore[arg-type]
                    Actor(client, proxy, player, store).play(scenario["steps"])
    except Exception as e:
        if os.environ.get("JIGA_TRACE"):
            traceback.print_exc()
        return f"{type(e).__name__}: {e}"
    finally:
        end_all_sessions(store, player)
    return None


async def _play_async(
    store: str, proxy: FaultProxy, player: Player, scenario: dict[str, Any], limits: dict[str, Any]
) -> None:
    async with AsyncJigaStore(**_caller(proxy, player), **limits) as client:
        await AsyncActor(client, proxy, player, store).play(scenario["steps"])


def _caller(proxy: FaultProxy, player: Player) -> dict[str, Any]:
    return {
        "base_url": proxy.url,
        "access_token": player.access_token,
        "refresh_token": player.refresh_token,
        "device_token": player.device_token,
    }


def table(store: str, scenarios: list[dict[str, Any]], twin: str) -> int:
    """Prints what came of each; how many failed."""
    # Once in a process is what the SDK promises, and this process plays both twins.
    _deprecation._warned = False
    with ThreadPoolExecutor(AT_ONCE) as pool:
        failures = list(pool.map(lambda scenario: play(store, scenario, twin), scenarios))
    width = max(len(scenario["name"]) for scenario in scenarios)
    print(f"{'scenario':{width}} | result")
    for scenario, failure in zip(scenarios, failures, strict=True):
        print(f"{scenario['name']:{width}} | {'passed' if failure is None else 'failed'}")
    for scenario, failure in zip(scenarios, failures, strict=True):
        if failure is not None:
            print(f"\n{scenario['name']}: {scenario['title']}\n  {failure}", file=sys.stderr)
    failed = sum(1 for failure in failures if failure is not None)
    print(f"{len(scenarios) - failed} passed, {failed} failed ({twin})\n", flush=True)
    return failed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", default=os.environ.get("JIGA_URL"))
    parser.add_argument("--twin", choices=["async", "sync"])
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if not options.store:
        parser.error("say where the store runs: --store, or JIGA_URL")
    scenarios = [each for each in all_scenarios() if not options.names or each["name"] in options.names]
    twins = [options.twin] if options.twin else ["async", "sync"]
    return 1 if sum(table(options.store.rstrip("/"), scenarios, twin) for twin in twins) else 0


if __name__ == "__main__":
    sys.exit(main())
