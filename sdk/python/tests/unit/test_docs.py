"""What is written about the SDK: every public thing has an example, and every example is Python."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import jiga_store
from jiga_store import AsyncJigaStore, JigaStore, _pages, cost, errors, params
from jiga_store._live import events

SDK = Path(__file__).resolve().parents[2]
PAGES = [SDK / "README.md", SDK.parents[1] / "docs" / "guides" / "python.md"]
BLOCK = re.compile(r"^ *```(?:python|py)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
RESOURCES = (
    "agents",
    "api_keys",
    "favourites",
    "marketplace",
    "notifications",
    "players",
    "profile",
    "sessions",
    "wallet",
)


def public() -> Iterator[tuple[str, Any]]:
    for name in jiga_store.__all__:
        thing = getattr(jiga_store, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield name, thing


def members() -> Iterator[tuple[str, Any]]:
    for name, thing in public():
        if inspect.isclass(thing) and thing.__module__.startswith("jiga_store"):
            for member, value in vars(thing).items():
                if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                    yield f"{name}.{member}", value
    store = JigaStore(api_key="jiga_pub_test_x", base_url="http://store.test")
    for resource in RESOURCES:
        for member, value in vars(type(getattr(store, resource))).items():
            if not member.startswith("_"):
                yield f"store.{resource}.{member}", value
    store.close()


@pytest.mark.parametrize(("name", "thing"), list(public()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_public_thing_has_a_doc_comment_with_an_example(name: str, thing: Any) -> None:
    comment = inspect.getdoc(thing) or ""
    assert "```python" in comment or ">>>" in comment, f"{name} has no example"
    for example in BLOCK.findall(comment):
        compiled(example)


def test_every_member_of_them_has_a_doc_comment() -> None:
    bare = [name for name, member in members() if not inspect.getdoc(member)]
    assert bare == []


@pytest.mark.parametrize("module", [errors, events, cost, params, _pages], ids=lambda module: module.__name__)
def test_examples_with_their_outcome_come_out_so(module: Any) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_is_python(page: Path) -> None:
    blocks = BLOCK.findall(page.read_text())
    assert blocks
    for block in blocks:
        compiled(block)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_pages_point_to_is_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!http)([^)#]*)(#[^)]*)?\)", page.read_text())
    missing = [target for target, _ in targets if target and not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_which_store_it_is_before_the_first_code_that_asks_one(page: Path) -> None:
    text = page.read_text()
    first = BLOCK.search(text)
    assert first is not None
    assert "JIGA_URL" in text[: first.start()] or "base_url" in first.group(1)
    assert "https://jiga.ai" in text
    for block in BLOCK.findall(text):
        # What is posted to is no page, and nobody is told to open it.
        assert "top_up_url" not in block


def test_both_twins_can_do_the_same() -> None:
    for asynchronous, synchronous in ((AsyncJigaStore, JigaStore),):
        ours = {name.removeprefix("a") if name == "aclose" else name for name in vars(asynchronous) if name[0] != "_"}
        assert ours == {name for name in vars(synchronous) if name[0] != "_"}


def compiled(example: str) -> None:
    compile(textwrap.dedent(example), "example", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
