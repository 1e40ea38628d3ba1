"""What can go wrong. Each error says what to do next in its message; programs go by its type and its `code`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = [
    "ApiError",
    "AuthenticationError",
    "Bill",
    "ConflictError",
    "ConnectionError",
    "FieldError",
    "InsufficientDofsError",
    "JigaError",
    "NotFoundError",
    "PermissionError",
    "RateLimitError",
    "ReceiptError",
    "SessionEndedError",
    "TimeoutError",
    "UnfitTextError",
    "ValidationError",
]

# Members of a problem document that are about the problem itself (RFC 9457, and the store's own); the rest are its figures.
_STANDARD = frozenset(
    {"type", "title", "status", "detail", "instance", "code", "error", "requestId", "timestamp", "errors", "params"}
)


class JigaError(Exception):
    """Whatever this package raises on purpose.

    >>> issubclass(ApiError, JigaError)
    True
    """


class ConnectionError(JigaError):  # noqa: A001 - the same name in all three SDKs
    """The store could not be reached, or the line to it was lost before the store answered.

    After a call that moves DOF, it is not known whether it was done: repeat it with the same `idempotency_key`. After one that
    has no such key, such as making an API key, look before you repeat it: then `retryable` is False.

    >>> issubclass(ConnectionError, JigaError), issubclass(ConnectionError, ApiError)
    (True, False)
    """

    def __init__(self, message: str = "", *, retryable: bool = True) -> None:
        """Raised by the client; there is no need to make one."""
        self.retryable = retryable
        """Whether the same may be asked again as it is."""
        super().__init__(message)


class TimeoutError(ConnectionError):  # noqa: A001
    """The store did not answer in time. It may still do what was asked.

    >>> issubclass(TimeoutError, ConnectionError)
    True
    """


class UnfitTextError(JigaError, ValueError):
    """What was given cannot be written down as JSON in UTF-8. It was refused where it was given, and nothing was sent.

    It has half of a surrogate pair in it, such as of an emoji that was cut in two, or a number that JSON does not have.

    >>> issubclass(UnfitTextError, ValueError), UnfitTextError.code
    (True, 'UNFIT_TEXT')
    """

    code = "UNFIT_TEXT"
    """As the store calls it where it finds such a text itself."""


class ReceiptError(JigaError):
    """A receipt is not what the store signed, or was signed by a key that is not known.

    ```python
    try:
        claims = verify_receipt(receipt, jwks)
    except ReceiptError as e:
        print(e)
    ```
    """


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one member of a request.

    >>> FieldError("rating", "is 1 to 5").message
    'is 1 to 5'
    """

    field: str
    message: str


@dataclass(frozen=True)
class Bill:
    """What a session came to.

    `reason` is why it ended, such as `ended_by_player`, `allocation_exhausted`, `away_too_long` or `time_limit`;
    `consumed` was charged, `released` went back to the wallet, both in DOF.

    >>> Bill(reason="ended_by_player", consumed=600, released=9400).consumed
    600
    """

    reason: str
    consumed: int
    released: int


class SessionEndedError(JigaError):
    """The session is over, so that nothing more can be said in it.

    `bill` is None only where another program has taken the session over (`reason` is `opened_elsewhere`) or where the
    store could not be asked.

    >>> str(SessionEndedError("time_limit", Bill("time_limit", consumed=600, released=0)))
    'The session is over (time_limit). It cost 600 DOF, and 0 DOF went back. Hire the agent again to go on.'
    """

    def __init__(self, reason: str, bill: Bill | None = None) -> None:
        """Raised by the live session; there is no need to make one."""
        self.reason = reason
        self.bill = bill
        cost = f" It cost {bill.consumed} DOF, and {bill.released} DOF went back." if bill else ""
        super().__init__(f"The session is over ({reason}).{cost} Hire the agent again to go on.")


class ApiError(JigaError):
    """The store refused, in the words of its problem document (RFC 9457).

    >>> error = error_of(404, {"code": "LISTING_NOT_FOUND", "detail": "There is no such listing."})
    >>> error.code, error.status, str(error)
    ('LISTING_NOT_FOUND', 404, 'There is no such listing. [LISTING_NOT_FOUND, 404]')
    """

    def __init__(
        self,
        detail: str,
        *,
        status: int,
        code: str,
        params: Mapping[str, Any] | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        problem: Mapping[str, Any] | None = None,
    ) -> None:
        """Raised by the client; there is no need to make one."""
        self.status = status
        """The HTTP status; 0 where it was said on a session's line."""
        self.code = code
        """Stable, for programs, such as `INSUFFICIENT_DOFS`. Codes that this version does not know are passed on."""
        self.detail = detail
        """What is wrong and what to do next, in English."""
        self.params: Mapping[str, Any] = params or {}
        """The figures that `detail` is about."""
        self.request_id = request_id
        """Name it when you report the problem."""
        self.retryable = retryable
        """Whether the same may succeed later, without any change."""
        self.problem: Mapping[str, Any] = problem or {}
        """The whole document, as it came."""
        where = f", {status}" if status else ""
        trace = f", request {request_id}" if request_id else ""
        super().__init__(f"{detail} [{code}{where}{trace}]")

    def _int(self, name: str) -> int:
        value = self.params.get(name)
        return value if isinstance(value, int) else 0


class InsufficientDofsError(ApiError):
    """402: what it takes is more than there is in the wallet, or in what a session was given.

    A key's or a player's budget without room is no such error, for no top-up mends it: an `ApiError` whose code is
    `BUDGET_EXCEEDED`, and whose `params` name the budget.

    >>> top_up = {"package": "bronze", "dofAmount": 10_000, "href": "/api/v1/transactions/purchase"}
    >>> error = error_of(402, {"code": "INSUFFICIENT_DOFS", "required": 900, "available": 250, "shortfall": 650, "topUp": top_up})
    >>> error.shortfall, error.top_up_package
    (650, 'bronze')
    """

    @property
    def required(self) -> int:
        """What it would take, in DOF."""
        return self._int("required")

    @property
    def available(self) -> int:
        """What there is, in DOF."""
        return self._int("available")

    @property
    def shortfall(self) -> int:
        """What is missing, in DOF."""
        return self._int("shortfall")

    @property
    def top_up_url(self) -> str | None:
        """Where the store is asked for what is missing, if it says so: an address of its API, and no page to be opened.

        `store.wallet.purchase(e.top_up_package, ...)` posts to it, and gives the address of the checkout, which is a page.
        """
        top_up = self.params.get("topUp")
        href = top_up.get("href") if isinstance(top_up, Mapping) else None
        return href if isinstance(href, str) else None

    @property
    def top_up_package(self) -> str | None:
        """The smallest package that is enough, if the store says so: what `store.wallet.purchase` takes."""
        top_up = self.params.get("topUp")
        package = top_up.get("package") if isinstance(top_up, Mapping) else None
        return package if isinstance(package, str) else None


class RateLimitError(ApiError):
    """429: too many calls in too short a time, more often than the client was allowed to wait.

    >>> error_of(429, {"code": "RATE_LIMITED"}, retry_after=90).retry_after
    90.0
    """

    @property
    def retry_after(self) -> float | None:
        """Seconds after which it may be tried again, if the store says so."""
        value = self.params.get("retryAfter", self.params.get("retryAfterSeconds"))
        return float(value) if isinstance(value, (int, float)) else None


class ConflictError(ApiError):
    """409 or 412: something stands in the way, such as a session that is running, or a change that somebody else made.

    >>> error_of(409, {"code": "SESSION_ALREADY_ACTIVE", "sessionId": "s-1"}).params["sessionId"]
    's-1'
    """


class ValidationError(ApiError):
    """400 or 422: what was asked does not have the form that it should, or is against a rule; `fields` says where.

    >>> problem = {"code": "VALIDATION_FAILED", "errors": [{"field": "rating", "message": "is 1 to 5"}]}
    >>> error_of(400, problem).fields[0].field
    'rating'
    """

    @property
    def fields(self) -> list[FieldError]:
        """What is wrong with each member of the request."""
        errors = self.problem.get("errors")
        return [
            FieldError(str(error.get("field", "")), str(error.get("message", "")))
            for error in (errors if isinstance(errors, list) else [])
            if isinstance(error, Mapping)
        ]


class AuthenticationError(ApiError):
    """401: the store does not know who is asking. The key or token is missing, wrong or expired.

    >>> type(error_of(401, {"code": "INVALID_TOKEN"})).__name__
    'AuthenticationError'
    """


class PermissionError(ApiError):  # noqa: A001
    """403: whoever asks may not do this.

    >>> error_of(403, {"code": "SCOPE_MISSING", "scope": "hire"}).params["scope"]
    'hire'
    """


class NotFoundError(ApiError):
    """404 or 410: it is not there, or not for whoever asks.

    >>> type(error_of(404, {})).__name__
    'NotFoundError'
    """


# Other refusals are 402 too, and a top-up mends none of them.
_BY_CODE: dict[str, type[ApiError]] = {"INSUFFICIENT_DOFS": InsufficientDofsError}
_BY_STATUS: dict[int, type[ApiError]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionError,
    404: NotFoundError,
    409: ConflictError,
    410: NotFoundError,
    412: ConflictError,
    422: ValidationError,
    429: RateLimitError,
}
# Said where it is not known whether a call was done, and a second one would be done too.
UNSURE = "It may have been done all the same: look before you repeat it."
_RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})


def error_of(
    status: int,
    problem: Mapping[str, Any],
    *,
    request_id: str | None = None,
    retry_after: float | None = None,
    unsure: bool = False,
) -> ApiError:
    """The error that a problem document stands for; `unsure` of whether it was done, and not to be done twice."""
    params = {name: value for name, value in problem.items() if name not in _STANDARD}
    given = problem.get("params")
    if isinstance(given, Mapping):
        params = {**params, **given}
    if retry_after is not None:
        params["retryAfter"] = retry_after
    code = problem.get("code")
    detail = problem.get("detail") or problem.get("title") or f"The store answered {status}."
    kind = _BY_CODE.get(str(code)) or _BY_STATUS.get(status, ApiError)
    return kind(
        f"{detail} {UNSURE}" if unsure else str(detail),
        status=status,
        code=code if isinstance(code, str) else f"HTTP_{status}",
        params=params,
        request_id=request_id or (str(problem["requestId"]) if problem.get("requestId") else None),
        retryable=status in _RETRYABLE and not unsure,
        problem=problem,
    )


def error_of_frame(data: Mapping[str, Any]) -> ApiError:
    """The error that an `error` frame of a session's line stands for."""
    standing = {"code", "message", "accepted", "done", "dofConsumed", "replayed", "errors"}
    code = str(data.get("code", "UNKNOWN"))
    kind: type[ApiError] = ValidationError if data.get("accepted") is False else ApiError
    params = {name: value for name, value in data.items() if name not in standing}
    if code == "ALLOCATION_EXHAUSTED":
        kind = InsufficientDofsError
        required, remaining = params.get("required"), params.get("remaining")
        if isinstance(required, int) and isinstance(remaining, int):
            params |= {"available": remaining, "shortfall": required - remaining}
    return kind(
        str(data.get("message") or "The store refused a frame."),
        status=0,
        code=code,
        params=params,
        retryable=code in {"MODEL_FAILED", "UNAVAILABLE", "INTERNAL"},
        problem=data,
    )
