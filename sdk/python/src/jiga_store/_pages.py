"""One page of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of a list, and where it goes on.

    >>> Page(items=[1, 2], next_cursor="abc").next_cursor
    'abc'
    """

    items: list[T]
    next_cursor: str | None = None
    """Where the list goes on: pass it as `cursor`. None at its end."""
    total: int | None = None
    """How many there are in all, where the store counts them."""
    facets: Mapping[str, Any] = field(default_factory=dict)
    """Of a search: how many there are of each value."""
