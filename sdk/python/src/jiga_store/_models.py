"""What answers and frames become: models that stay readable when the store says more, or other, than they know."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError

M = TypeVar("M", bound="Model")

# Members that open something. They are there to be used, and never to be printed.
SECRETS = frozenset(
    {"access_token", "api_key", "device_token", "key", "password", "player_token", "refresh_token", "ticket", "token"}
)


class Model(BaseModel):
    """One object of the store's. Members that this version does not know are kept in `model_extra`."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=(), frozen=False)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            yield name, "***" if name in SECRETS and value else value


def parse(model: type[M], data: Any) -> M:
    """Reads what the store said.

    A member that is missing (`fields` left it out) is None, and one that is of another type than this version knows is
    what it is: an old client is not broken by a newer store.
    """
    try:
        return model.model_validate(data)
    except ValidationError:
        return _lenient(model, data)


def is_whole(model: type[Model], said: Any) -> bool:
    """Whether all of its members are there that always are: if not, it is not the store that said it."""
    if not isinstance(said, dict):
        return False
    for name, field in model.model_fields.items():
        if not field.is_required():
            continue
        key = field.alias or name
        value = said.get(key)
        if value is None and not (key in said and _may_be_none(field.annotation)):
            return False
        kind: Any = field.annotation
        if isinstance(value, dict) and _is_model(kind) and not is_whole(kind, value):
            return False
    return True


def _may_be_none(kind: Any) -> bool:
    return kind is Any or (get_origin(kind) in (Union, types.UnionType) and type(None) in get_args(kind))


def _lenient(model: type[M], data: Any) -> M:
    if not isinstance(data, dict):
        data = {}
    values: dict[str, Any] = {}
    known = set[str]()
    for name, field in model.model_fields.items():
        key = field.alias or name
        known |= {key, name}
        if key in data or name in data:
            values[name] = _read(field.annotation, data.get(key, data.get(name)))
        else:
            values[name] = field.get_default(call_default_factory=True) if not field.is_required() else None
    values.update({key: value for key, value in data.items() if key not in known})
    return cast("M", model.model_construct(**values))


def _read(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin is Annotated:
        return _read(get_args(kind)[0], value)
    if origin in (Union, types.UnionType):
        models = [option for option in get_args(kind) if _is_model(option)]
        if isinstance(value, dict) and models:
            return parse(models[0], value)
        others = [option for option in get_args(kind) if get_origin(option) in (list, dict)]
        return _read(others[0], value) if others else _plain(kind, value)
    if _is_model(kind):
        return parse(kind, value) if isinstance(value, dict) else value
    if origin is list and isinstance(value, list):
        return [_read(get_args(kind)[0], item) for item in value]
    if origin is dict and isinstance(value, dict):
        return {key: _read(get_args(kind)[1], item) for key, item in value.items()}
    return _plain(kind, value)


def _plain(kind: Any, value: Any) -> Any:
    from pydantic import TypeAdapter

    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return value


def _is_model(kind: Any) -> typing.TypeGuard[type[Model]]:
    # To Python 3.10 a list[str] is a type, and no class.
    return get_origin(kind) is None and isinstance(kind, type) and issubclass(kind, Model)
