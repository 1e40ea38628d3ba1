"""A key when it is made: the one answer in which it is there."""

from __future__ import annotations

from jiga_store.types.api import KeyView

__all__ = ["CreatedKey"]


class CreatedKey(KeyView):
    """A key with itself, which the store shows this once."""

    key: str  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues] - in this answer it is always there
