"""The code of the README, of the guide and of the examples, run as it stands against a running store."""

from __future__ import annotations

import functools
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from jiga_store import AsyncJigaStore, JigaStore, cli
from tests.stand.store import PASSWORD, Player

SDK = Path(__file__).resolve().parents[2]
REPOSITORY = SDK.parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
SCOPES = ["read:marketplace", "hire", "sessions", "wallet:read"]
BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in (SDK / "README.md", REPOSITORY / "docs" / "guides" / "python.md")
    for number, block in enumerate(BLOCK.findall(page.read_text()), 1)
]


@pytest.fixture(scope="module")
def key(store_url: str, regular: Player) -> str:
    """A key as a studio has it."""
    with JigaStore(base_url=store_url, access_token=regular.access_token) as store:
        return store.api_keys.create("the pages'", kind="secret", mode="live", scopes=SCOPES).key


@pytest.fixture
def readers_machine(monkeypatch: pytest.MonkeyPatch, store_url: str, player: Player, key: str) -> None:
    """The environment that the pages speak of; the demo account, which all tests would share, is this player."""
    monkeypatch.setenv("JIGA_URL", store_url)
    monkeypatch.setenv("JIGA_API_KEY", key)
    for kind in (JigaStore, AsyncJigaStore):
        theirs = kind.sign_in
        mine = functools.partial(_signs_in_as, theirs, player.email)
        monkeypatch.setattr(kind, "sign_in", mine)


def _signs_in_as(sign_in: Callable[..., Any], email: str, _theirs: str, _password: str, **options: Any) -> Any:
    return sign_in(email, PASSWORD, **options)


@pytest.mark.usefixtures("readers_machine")
@pytest.mark.parametrize("block", BLOCKS)
def test_what_the_pages_show_works(block: str, store_url: str) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(block.replace("http://localhost:3000", store_url), "example", "exec"), {"__name__": "example"})
    if "print" in block:
        assert printed.getvalue().strip()


def environment(store_url: str, player: Player) -> dict[str, str]:
    source = str(SDK / "src")
    who = {"JIGA_URL": store_url, "JIGA_EMAIL": player.email, "JIGA_PASSWORD": PASSWORD}
    return {**os.environ, **who, "PYTHONPATH": source}


def test_the_example_plays_the_recorded_match_and_its_bill_adds_up(store_url: str, player: Player) -> None:
    program = REPOSITORY / "examples" / "python" / "match.py"
    run = subprocess.run(
        [sys.executable, "-W", "error", str(program), "--seconds", "3"],
        env=environment(store_url, player),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert "The receipt is signed by the store, and says the same." in run.stdout
    # Whoever reads along sees what each thing cost: all that is charged but the time.
    shown = sum(int(dof) for dof in re.findall(r"\[(\d+) DOF\]$", run.stdout, re.MULTILINE))
    time, together = (
        int(re.findall(rf"^  {what} .*? ([\d,]+) DOF", run.stdout, re.MULTILINE)[0].replace(",", ""))
        for what in ("time", "together")
    )
    assert shown == together - time


def test_the_command_searches_hires_and_talks(
    store_url: str, player: Player, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment(store_url, player).items():
        monkeypatch.setenv(name, value)
    assert cli.main(["search", "nova"]) == 0
    assert "nova-coordinator-001" in capsys.readouterr().out
    assert cli.main(["hire", "nova-coordinator-001", "--dof", "5000"]) == 0
    session = capsys.readouterr().out.strip()
    lines = (
        '{"kind": "match_start", "game": "Call of Duty"}\nHow am I doing?\n/pause\n/cost\n/resume\n/end\nnever said\n'
    )
    assert cli.main(["talk", "--session", session], io.StringIO(lines)) == 0
    said = capsys.readouterr().out
    assert "[100 DOF]" in said
    assert "4,900 back in the wallet" in said or "4,899 back in the wallet" in said


def test_the_command_says_what_is_wrong(
    store_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JIGA_URL", store_url)
    for name in ("JIGA_EMAIL", "JIGA_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["talk", "nova-coordinator-001"]) == 1
    assert "UNAUTHORIZED" in capsys.readouterr().err
    assert cli.main(["talk"]) == 1
    assert cli.main(["--url", "nowhere", "search"]) == 1
    assert cli.main(["--url", "http://127.0.0.1:1", "search"]) == 1
    assert "There is no store at" in capsys.readouterr().err
