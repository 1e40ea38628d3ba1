"""The JIGA Store in Python: find an AI gaming agent, hire it, talk to it live, and see what it costs.

```python
from jiga_store import JigaStore

with JigaStore() as store, store.marketplace.hire("nova-coordinator-001", dof_allocation=20_000).connect() as live:
    for part in live.say("They push B, what now?"):
        print(part.text, end="", flush=True)
    print(live.cost.consumed, live.cost.remaining)
```
"""

from jiga_store import errors, params, types
from jiga_store._async.answer import AsyncAnswer
from jiga_store._async.client import AsyncJigaStore
from jiga_store._async.live import AsyncLiveSession
from jiga_store._async.pages import AsyncPages
from jiga_store._async.session import AsyncSession
from jiga_store._deprecation import StoreDeprecationWarning
from jiga_store._live.events import Event, Part, Reconnected, Reconnecting, Reply
from jiga_store._pages import Page
from jiga_store._sync.answer import Answer
from jiga_store._sync.client import JigaStore
from jiga_store._sync.live import LiveSession
from jiga_store._sync.pages import Pages
from jiga_store._sync.session import Session
from jiga_store._version import __version__
from jiga_store.cost import Cost, CostMeter
from jiga_store.errors import (
    ApiError,
    AuthenticationError,
    Bill,
    ConflictError,
    ConnectionError,
    FieldError,
    InsufficientDofsError,
    JigaError,
    NotFoundError,
    PermissionError,
    RateLimitError,
    ReceiptError,
    SessionEndedError,
    TimeoutError,
    UnfitTextError,
    ValidationError,
)
from jiga_store.receipts import ReceiptClaims, verify_receipt

__all__ = [
    "Answer",
    "ApiError",
    "AsyncAnswer",
    "AsyncJigaStore",
    "AsyncLiveSession",
    "AsyncPages",
    "AsyncSession",
    "AuthenticationError",
    "Bill",
    "ConflictError",
    "ConnectionError",
    "Cost",
    "CostMeter",
    "Event",
    "FieldError",
    "InsufficientDofsError",
    "JigaError",
    "JigaStore",
    "LiveSession",
    "NotFoundError",
    "Page",
    "Pages",
    "Part",
    "PermissionError",
    "RateLimitError",
    "ReceiptClaims",
    "ReceiptError",
    "Reconnected",
    "Reconnecting",
    "Reply",
    "Session",
    "SessionEndedError",
    "StoreDeprecationWarning",
    "TimeoutError",
    "UnfitTextError",
    "ValidationError",
    "__version__",
    "errors",
    "params",
    "types",
    "verify_receipt",
]
