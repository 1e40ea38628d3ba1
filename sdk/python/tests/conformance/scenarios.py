"""The scenarios of sdk/conformance: read, and judged by the rules of their README."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from tests.stand.proxy import CONFORMANCE

Outcome = dict[str, Any]


class Unmet(Exception):
    """Something is not as it is expected."""


def all_scenarios() -> list[dict[str, Any]]:
    return [
        scenario
        for path in sorted(CONFORMANCE.glob("*.yaml"))
        for scenario in yaml.safe_load(path.read_text())["scenarios"]
    ]


def with_kept(value: Any, kept: Mapping[str, Outcome]) -> Any:
    """Puts what `$name.member` stands for in its place."""
    if isinstance(value, str) and value.startswith("$"):
        name, _, member = value[1:].partition(".")
        return kept[name][member]
    if isinstance(value, dict):
        return {key: with_kept(member, kept) for key, member in value.items()}
    if isinstance(value, list):
        return [with_kept(item, kept) for item in value]
    return value


def meet(outcome: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    for name, matcher in wanted.items():
        if name == "error":
            continue
        there = outcome.get(name)
        if not fits(there, matcher):
            raise Unmet(f"{name} is {there!r}, expected {matcher!r}")


def fits(there: Any, matcher: Any) -> bool:
    if not isinstance(matcher, dict):
        return bool(there == matcher)
    if matcher.keys() & {"atLeast", "atMost"}:
        return (
            isinstance(there, (int, float))
            and there >= matcher.get("atLeast", there)
            and there <= matcher.get("atMost", there)
        )
    if matcher.keys() == {"present"}:
        return there not in (None, "", [], {})
    if matcher.keys() == {"contains"}:
        return there is not None and matcher["contains"] in there
    return isinstance(there, Mapping) and all(fits(there.get(name), member) for name, member in matcher.items())


def in_order(names: list[str], wanted: list[str]) -> bool:
    """Whether the wanted ones are there in this order, others between them."""
    left = iter(names)
    return all(any(name == there for there in left) for name in wanted)
