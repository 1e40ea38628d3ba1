"""When a call is tried again, and after how long."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from jiga_store._requests import Call

FIRST_PAUSE = 0.4
LONGEST_PAUSE = 8.0
# Longer than this nobody wants to stand still for one call: the error is raised, with what the store asked for.
LONGEST_RETRY_AFTER = 60.0
# The store did not do it, whatever the method is.
REFUSED_BEFORE_DOING = frozenset({429})
FAILED_ON_THE_WAY = frozenset({408, 425, 500, 502, 503, 504})
# Whether it was done, these do not say.
UNSURE_AFTER = FAILED_ON_THE_WAY - {425}


@dataclass(frozen=True)
class Retries:
    """How often a call is tried again at most."""

    most: int

    def after_answer(self, call: Call, tries: int, status: int, retry_after: float | None) -> float | None:
        """Seconds until the next try after this answer; None if there is none. `tries` have been made."""
        if tries > self._most(call):
            return None
        if status in REFUSED_BEFORE_DOING or (status in FAILED_ON_THE_WAY and call.may_be_repeated):
            if retry_after is not None:
                # A little later than asked for, or everybody who was told the same comes at once.
                return retry_after * random.uniform(1, 1.1) if retry_after <= LONGEST_RETRY_AFTER else None
            return pause(tries)
        return None

    def after_failure(self, call: Call, tries: int, *, was_sent: bool) -> float | None:
        """Seconds until the next try after a connection that failed; None if there is none."""
        if tries > self._most(call) or (was_sent and not call.may_be_repeated):
            return None
        return pause(tries)

    def _most(self, call: Call) -> int:
        return self.most if call.max_retries is None else call.max_retries


def pause(tries: int, first: float = FIRST_PAUSE, longest: float = LONGEST_PAUSE) -> float:
    """Grows with each try, and is different for each client, so that they do not come back all at once."""
    return float(min(longest, first * 2 ** (tries - 1)) * random.uniform(0.5, 1.0))


def retry_after_of(header: str | None) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3): a number, or a date."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(timezone.utc)).total_seconds())
