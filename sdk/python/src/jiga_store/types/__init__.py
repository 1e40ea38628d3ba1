"""What the store answers: models generated from its description, by name."""

from jiga_store.types import api as _api
from jiga_store.types import frames as _frames
from jiga_store.types import keys as _keys
from jiga_store.types.api import *
from jiga_store.types.frames import *
from jiga_store.types.keys import *

__all__ = [*_api.__all__, *_frames.__all__, *_keys.__all__]  # pyright: ignore[reportUnsupportedDunderAll]
