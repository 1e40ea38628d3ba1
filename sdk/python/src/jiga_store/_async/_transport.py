"""Sends calls: with credentials, time-outs and retries, and with the store's refusals as errors."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

from jiga_store._async._concurrency import sleep
from jiga_store._async._tokens import AsyncTokens
from jiga_store._credentials import Credentials
from jiga_store._deprecation import warn_once
from jiga_store._logging import log
from jiga_store._models import Model, is_whole, parse
from jiga_store._requests import Call, encoded, query_pairs
from jiga_store._retries import UNSURE_AFTER, Retries, retry_after_of
from jiga_store.errors import UNSURE, ApiError, ConnectionError, TimeoutError, error_of

# These fail before a byte of the call has left.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

M = TypeVar("M", bound=Model)
T = TypeVar("T")


class NoAnswer(Exception):
    """What came is not what a store answers, such as the page of a network where one has to sign in first."""


class AsyncTransport:
    """One store, as one caller."""

    def __init__(
        self,
        base_url: str,
        credentials: Credentials,
        http: httpx.AsyncClient,
        timeout: float,
        retries: Retries,
    ) -> None:
        self.base_url = base_url
        self.credentials = credentials
        self.http = http
        self.timeout = timeout
        self.retries = retries
        self.tokens: AsyncTokens | None = None

    def like(self, *, timeout: float | None, max_retries: int | None) -> AsyncTransport:
        """The same caller and connections, other limits."""
        other = AsyncTransport(
            self.base_url,
            self.credentials,
            self.http,
            self.timeout if timeout is None else timeout,
            self.retries if max_retries is None else Retries(max_retries),
        )
        other.tokens = self.tokens
        return other

    async def read(self, model: type[M], call: Call) -> M:
        """The answer's object."""
        return parse(model, await self.json(call, lambda said: is_whole(model, said)))

    async def json(self, call: Call, is_right: Callable[[Any], bool]) -> Any:
        """The answer's JSON, of which is known what it looks like."""

        def said(response: httpx.Response) -> Any:
            try:
                value = response.json()
            except ValueError:
                raise NoAnswer("is no JSON" if response.content else "is empty") from None
            if response.status_code >= 300 or not is_right(value):
                raise NoAnswer("is not what a store says to this")
            return value

        return await self._answer(call, said)

    async def done(self, call: Call) -> None:
        """For a call that is answered with nothing."""
        await self._answer(call, _nothing)

    async def _answer(self, call: Call, read: Callable[[httpx.Response], T]) -> T:
        """What is read from the answer to a call that succeeded, after as many tries as it took."""
        tries, renewed = 0, False
        while True:
            tries += 1
            bearer = None if call.as_nobody or self.tokens is None else await self.tokens.bearer()
            try:
                response = await self._send(call, bearer)
            except httpx.RequestError as e:
                wait = self.retries.after_failure(call, tries, was_sent=not isinstance(e, NOT_SENT))
                log.debug("%s %s failed: %s, try %d", call.method, call.path, type(e).__name__, tries)
                if wait is None:
                    raise self._failure(call, e) from e
                await sleep(wait)
                continue
            if response.status_code < 400:
                try:
                    return read(response)
                except NoAnswer as e:
                    wait = self.retries.after_failure(call, tries, was_sent=True)
                    log.debug("%s %s was not answered by a store, try %d", call.method, call.path, tries)
                    if wait is None:
                        raise _no_store(call, response, e) from None
                    await sleep(wait)
                    continue
            if response.status_code == 401 and not renewed and not call.as_nobody and self.tokens is not None:
                renewed = True
                if await self.tokens.renewed(bearer):
                    # The call was not looked at, so this is no second try of it.
                    tries -= 1
                    continue
            if call.method == "DELETE" and tries > 1 and response.status_code == 404 and read is _nothing:
                # An earlier try did it, and its answer was lost.
                return read(httpx.Response(204, request=response.request))
            after = retry_after_of(response.headers.get("retry-after"))
            wait = self.retries.after_answer(call, tries, response.status_code, after)
            if wait is None:
                raise _refusal(call, response, after)
            log.debug("%s %s is tried again in %.1f s", call.method, call.path, wait)
            await sleep(wait)

    async def _send(self, call: Call, bearer: str | None) -> httpx.Response:
        headers = call.all_headers()
        if call.body is not None:
            headers["Content-Type"] = "application/json"
        if not call.as_nobody:
            headers |= self.credentials.headers(bearer)
        began = time.monotonic()
        response = await self.http.request(
            call.method,
            self.base_url + call.path,
            params=tuple(query_pairs(call.query)) or None,
            content=call.content if call.body is None else encoded(call.body),
            headers=headers,
            timeout=self.timeout if call.timeout is None else call.timeout,
        )
        log.debug(
            "%s %s: %d in %.0f ms, request %s",
            call.method,
            call.path,
            response.status_code,
            (time.monotonic() - began) * 1000,
            response.headers.get("x-request-id"),
        )
        warn_once(call.method, call.path, response.headers)
        return response

    def _failure(self, call: Call, e: httpx.RequestError) -> ConnectionError:
        what = f"{call.method} {call.path}"
        again = isinstance(e, NOT_SENT) or call.may_be_repeated
        and_now = "" if again else f" {UNSURE}"
        if isinstance(e, httpx.TimeoutException):
            return TimeoutError(f"The store did not answer {what} in time.{and_now}", retryable=again)
        if isinstance(e, NOT_SENT):
            return ConnectionError(f"There is no store at {self.base_url}: {what} could not be sent.")
        return ConnectionError(f"The connection broke before the store answered {what}.{and_now}", retryable=again)


def _nothing(response: httpx.Response) -> None:
    if response.status_code != 204:
        raise NoAnswer("is not what a store says to this")


def _no_store(call: Call, response: httpx.Response, e: NoAnswer) -> ApiError:
    and_now = "" if call.may_be_repeated else f" {UNSURE}"
    return ApiError(
        f"What answered {call.method} {call.path} is no JIGA Store: its answer {e}. Is base_url right, "
        f"or does the network ask for a sign-in of its own?{and_now}",
        status=response.status_code,
        code="NOT_A_STORE",
        request_id=response.headers.get("x-request-id"),
        retryable=call.may_be_repeated,
    )


def _refusal(call: Call, response: httpx.Response, retry_after: float | None) -> ApiError:
    try:
        problem: Any = response.json()
    except ValueError:
        problem = {}
    return error_of(
        response.status_code,
        problem if isinstance(problem, Mapping) else {},
        request_id=response.headers.get("x-request-id"),
        retry_after=retry_after,
        unsure=response.status_code in UNSURE_AFTER and not call.may_be_repeated,
    )
