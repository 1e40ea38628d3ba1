"""What is told to the proxy: which calls and frames meet which fault."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field
from typing import Any

MEMBERS_OF_RULES = {"call", "frame", "from", "where", "times", "skip", "then"}
FAULTS_OF_CALLS = {"loseAnswer", "refuse", "answer", "delay", "merge", "headers"}
ACTS_ON_FRAMES = {"cutBefore", "cutAfter", "drop", "twice", "merge", "inject", "close"}


class Unreadable(Exception):
    """Somebody asked the control side for what it does not know."""


@dataclass
class Rule:
    spec: dict[str, Any]
    left: int | None
    skip: int

    @staticmethod
    def read(spec: Any) -> Rule:
        if not isinstance(spec, dict):
            raise Unreadable("a rule is an object")
        if ("call" in spec) == ("frame" in spec):
            raise Unreadable("a rule has either 'call' or 'frame'")
        allowed = MEMBERS_OF_RULES | (FAULTS_OF_CALLS if "call" in spec else set())
        if unknown := set(spec) - allowed:
            raise Unreadable(f"a rule has no {sorted(unknown)}")
        if "frame" in spec:
            then = spec.get("then")
            names = {then} if isinstance(then, str) else set(then) if isinstance(then, dict) else set()
            if not names or names - ACTS_ON_FRAMES:
                raise Unreadable(f"'then' is one of {sorted(ACTS_ON_FRAMES)}")
        times = int(spec.get("times", 1))
        return Rule(spec, times or None, int(spec.get("skip", 0)))

    def use(self) -> bool:
        """Whether this is one of the times at which the rule holds; counts it."""
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.left is None:
            return True
        if self.left == 0:
            return False
        self.left -= 1
        return True


@dataclass
class Rules:
    rules: list[Rule] = field(default_factory=list)

    def for_call(self, method: str, path: str) -> dict[str, Any]:
        for rule in self.rules:
            if "call" in rule.spec and fits(rule.spec["call"], method, path) and rule.use():
                return rule.spec
        return {}

    def for_frame(self, frame: dict[str, Any], sender: str) -> dict[str, Any]:
        for rule in self.rules:
            spec = rule.spec
            if "frame" not in spec or spec["frame"] != frame.get("type") or spec.get("from", sender) != sender:
                continue
            if holds(frame, spec.get("where", {})) and rule.use():
                then = spec["then"]
                return {then: True} if isinstance(then, str) else then
        return {}


def fits(pattern: str, method: str, path: str) -> bool:
    wanted, _, path_pattern = pattern.partition(" ")
    return wanted in ("*", method) and fnmatch.fnmatchcase(path, path_pattern)


def holds(value: Any, wanted: Any) -> bool:
    """Whether all that is wanted is there, more being allowed."""
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(holds(value.get(name), member) for name, member in wanted.items())
    return bool(value == wanted)


def merged(value: Any, patch: Any) -> Any:
    if isinstance(value, list) and isinstance(patch, dict):
        return [merged(item, patch) for item in value]
    if isinstance(value, dict) and isinstance(patch, dict):
        return {**value, **{name: merged(value.get(name), member) for name, member in patch.items()}}
    return patch
