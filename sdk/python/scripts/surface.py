"""The public surface as text: what of it is there, with its signature. A change of it is seen in review."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# In a process of its own, because the package may just have been generated anew.
PROGRAM = """
import dataclasses, inspect, jiga_store

def members(cls):
    for name, member in sorted(vars(cls).items()):
        if name.startswith("_") and name not in ("__init__", "__enter__", "__aenter__", "__iter__", "__aiter__", "__await__"):
            continue
        if isinstance(member, (classmethod, staticmethod)):
            member = member.__func__
        if isinstance(member, property):
            yield f"{name}: {inspect.signature(member.fget).return_annotation}"
        elif inspect.isfunction(member):
            yield f"{name}{inspect.signature(member)}"

def shown(name, value):
    if inspect.isclass(value):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        yield f"class {name}({bases})"
        if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield f"    {field.name}: {field.type}"
            return
        for member in members(value):
            yield f"    {member}"
    elif inspect.isfunction(value):
        yield f"def {name}{inspect.signature(value)}"

for name in jiga_store.__all__:
    for line in shown(name, getattr(jiga_store, name)):
        print(line)
for resource in ("agents", "api_keys", "favourites", "marketplace", "notifications", "players", "profile", "sessions", "wallet"):
    with jiga_store.JigaStore(api_key="jiga_pub_test_x") as store:
        print(f"store.{resource}")
        for member in members(type(getattr(store, resource))):
            print(f"    {member}")
"""


def text() -> str:
    source = Path(__file__).resolve().parent.parent / "src"
    program = f"import sys; sys.path.insert(0, {str(source)!r})\n{PROGRAM}"
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout


def is_stale(path: Path) -> bool:
    return not path.exists() or path.read_text() != text()


def write(path: Path) -> None:
    path.write_text(text())
