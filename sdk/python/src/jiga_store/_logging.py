"""What the SDK logs, by the standard library's logging: `jiga_store` at DEBUG tells each call and each change of a line.

No header, body, query or frame is ever logged, so no secret can be.
"""

from __future__ import annotations

import logging

log = logging.getLogger("jiga_store")
log.addHandler(logging.NullHandler())

# websockets logs its handshake at DEBUG, with the ticket in the address: it is given a logger that says nothing of it.
silent = logging.getLogger("jiga_store.websockets")
silent.setLevel(logging.CRITICAL)
silent.propagate = False
silent.addHandler(logging.NullHandler())
