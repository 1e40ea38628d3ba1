#!/usr/bin/env python3
"""Writes json/*.json from *.yaml, for runners that have no YAML parser; `--check` fails when they are stale.

Needs PyYAML, which the Python SDK's `verify` installs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent


def generated() -> dict[Path, str]:
    return {
        HERE / "json" / f"{source.stem}.json": json.dumps(yaml.safe_load(source.read_text()), indent=2) + "\n"
        for source in sorted(HERE.glob("*.yaml"))
    }


def main() -> int:
    wanted = generated()
    there = {path: path.read_text() for path in sorted((HERE / "json").glob("*.json"))}
    if "--check" in sys.argv[1:]:
        stale = sorted(path.name for path in wanted.keys() | there.keys() if wanted.get(path) != there.get(path))
        if stale:
            print(f"stale: {', '.join(stale)}; run sdk/conformance/generate.py", file=sys.stderr)
        return 1 if stale else 0
    (HERE / "json").mkdir(exist_ok=True)
    for path in there.keys() - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
