"""Whether answers keep what their types promise."""

from __future__ import annotations

from typing import Any

from jiga_store._models import Model


def broken(value: Any, where: str = "") -> list[str]:
    """Members that the type says are there, and that are not; and members of another type than it says."""
    if isinstance(value, (list, tuple)):
        return [each for number, item in enumerate(value) for each in broken(item, f"{where}[{number}]")]
    if isinstance(value, dict):
        return [each for name, item in value.items() for each in broken(item, f"{where}.{name}")]
    if not isinstance(value, Model):
        return []
    place = where or type(value).__name__
    missing = [
        f"{place}.{name} is missing"
        for name, field in type(value).model_fields.items()
        if field.is_required() and getattr(value, name) is None
    ]
    unknown = [f"{place}.{name} is not described" for name in value.model_extra or {}]
    return (
        missing
        + unknown
        + [each for name in type(value).model_fields for each in broken(getattr(value, name), f"{place}.{name}")]
    )
