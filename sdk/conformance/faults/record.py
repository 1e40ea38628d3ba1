"""What the proxy saw, and how it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from faults.rules import Unreadable, fits


@dataclass
class Record:
    calls: list[dict[str, Any]] = field(default_factory=list)
    frames: list[dict[str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    expired: set[str] = field(default_factory=set)

    def failures(self, wanted: dict[str, Any]) -> list[str]:
        if unknown := set(wanted) - {"calls", "frames", "secretsInPaths"}:
            raise Unreadable(f"a check has no {sorted(unknown)}")
        failures: list[str] = []
        for call in wanted.get("calls", []):
            failures += self._calls(call)
        for frame in wanted.get("frames", []):
            failures += self._frames(frame)
        if wanted.get("secretsInPaths") is False:
            paths = "\n".join(call["path"] + "?" + call["query"] for call in self.calls)
            failures += ["a token stood in an address" for token in self.tokens if token in paths]
        return failures

    def _calls(self, wanted: dict[str, Any]) -> list[str]:
        seen = [call for call in self.calls if fits(wanted["call"], call["method"], call["path"])]
        what = f"calls of {wanted['call']}"
        failures = counted(what, len(seen), wanted.get("count"))
        if wanted.get("sameIdempotencyKey"):
            failures += all_the_same(what, "Idempotency-Key", [c["headers"].get("idempotency-key") for c in seen])
        for name, part in wanted.get("headers", {}).items():
            failures += [
                f"{what}: {name} is {call['headers'].get(name.lower())!r}, which does not have {part!r}"
                for call in seen
                if part not in (call["headers"].get(name.lower()) or "")
            ]
        if "atLeastApart" in wanted:
            apart = seen[1]["at"] - seen[0]["at"] if len(seen) > 1 else None
            if apart is None or apart < wanted["atLeastApart"]:
                failures.append(f"{what}: the first two are {apart} s apart, not {wanted['atLeastApart']} s")
        return failures

    def _frames(self, wanted: dict[str, Any]) -> list[str]:
        seen = [
            frame
            for frame in self.frames
            if frame["type"] == wanted["frame"] and frame["from"] == wanted.get("from", frame["from"])
        ]
        what = f"frames {wanted['frame']}"
        failures = counted(what, len(seen), wanted.get("count"))
        if wanted.get("sameSeq"):
            failures += all_the_same(what, "seq", [frame["seq"] for frame in seen])
        return failures


def counted(what: str, count: int, wanted: Any) -> list[str]:
    if wanted is None or wanted == count:
        return []
    if isinstance(wanted, dict) and wanted.get("atLeast", count) <= count <= wanted.get("atMost", count):
        return []
    return [f"{what}: {count}, expected {wanted}"]


def all_the_same(what: str, name: str, values: list[Any]) -> list[str]:
    if values and None not in values and len(set(values)) == 1:
        return []
    return [f"{what}: {name} is not one and the same: {values}"]
