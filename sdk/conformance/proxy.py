#!/usr/bin/env python3
"""Stands between an SDK and a store, and breaks what it is told to. See README.md for the rules.

Standard library only, so that every SDK's tests can start it with any Python 3.10 or newer.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys

from faults.control import Control
from faults.relay import Proxy


async def run(store: str, port: int, control_port: int) -> None:
    proxy = Proxy(store)
    await proxy.open(port)
    control = Control(proxy)
    await control.open(control_port)
    print(json.dumps({"url": proxy.url, "control": control.url}), flush=True)
    # Whoever started it holds its standard input: when they go, in whatever way, it goes too.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--store", required=True, help="such as http://localhost:3000")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(options.store.rstrip("/"), options.port, options.control_port))


if __name__ == "__main__":
    main()
