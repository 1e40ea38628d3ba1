"""Who is told of what happens in a live session."""

from __future__ import annotations

import inspect
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import Any

from jiga_store._async._concurrency import Signal, Worker
from jiga_store._live.events import EVENT_NAMES, Event, EventName
from jiga_store._logging import log

Listener = Callable[[Any], object]


class AsyncListeners:
    """Calls listeners in the order of what happened, beside the line: a slow one holds up other listeners, not the line."""

    def __init__(self) -> None:
        self._listeners: dict[str, list[Listener]] = {}
        self._walkers: list[deque[Event]] = []
        self._happened: dict[str, Event] = {}
        self._queue: deque[tuple[Listener, Event]] = deque()
        self._signal = Signal()
        self._worker: Worker | None = None
        self._closed = False
        self._over = False
        self._starting = threading.Lock()

    def add(self, name: EventName, listener: Listener) -> Callable[[], None]:
        """Adds a listener; what it returns takes it away again. Of what happens once it is told, even if it comes late."""
        if name not in EVENT_NAMES:
            raise ValueError(f"There is no event {name!r}. There are {', '.join(EVENT_NAMES)}.")
        listeners = self._listeners.setdefault(name, [])
        listeners.append(listener)
        if name in self._happened:
            self._call(listener, self._happened[name])

        def remove() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return remove

    def tell(self, events: list[Event]) -> None:
        """Tells whoever listens."""
        for event in events:
            if event.name in ("started", "ended"):
                self._happened[event.name] = event
            for listener in tuple(self._listeners.get(event.name, ())):
                self._call(listener, event)
            for walker in tuple(self._walkers):
                walker.append(event)
        if events and self._walkers:
            self._signal.notify()

    def call_beside(self, listener: Listener, value: Any) -> None:
        """Calls something that is no listener of an event, such as one of the cost meter."""
        self._call(listener, Event("dof_update", value))

    def _call(self, listener: Listener, event: Event) -> None:
        self._queue.append((listener, event))
        with self._starting:
            if self._worker is None:
                self._worker = Worker(self._work, "jiga-store listeners")
        self._signal.notify()

    async def _work(self) -> None:
        while True:
            await self._signal.wait(lambda: bool(self._queue) or self._closed)
            if not self._queue:
                return
            listener, event = self._queue.popleft()
            try:
                result = listener(event.value)
                # async only
                if inspect.isawaitable(result):
                    await result
                # end
                del result
            except Exception as e:  # noqa: BLE001 - whatever a listener raises must break nothing
                self._failed(event, e)

    def _failed(self, event: Event, e: Exception) -> None:
        if event.name == "error" or not self._listeners.get("error"):
            log.error("a listener to %s failed: %s", event.name, type(e).__name__, exc_info=e)
        else:
            self.tell([Event("error", e)])

    def walk(self) -> AsyncIterator[Event]:
        """Everything that happens from now on, until the session is over or left."""
        walker: deque[Event] = deque()
        self._walkers.append(walker)
        return self._walk(walker)

    async def _walk(self, walker: deque[Event]) -> AsyncIterator[Event]:
        try:
            while True:
                await self._signal.wait(lambda: bool(walker) or self._over)
                if not walker:
                    return
                yield walker.popleft()
        finally:
            self._walkers.remove(walker)

    def over(self) -> None:
        """Nothing more happens: whoever walks through it comes to the end."""
        self._over = True
        self._signal.notify()

    async def close(self) -> None:
        """Tells what is still to be told, and then nothing more."""
        self._closed = self._over = True
        self._signal.notify()
        if self._worker is not None:
            await self._worker.stopped(timeout=5)
