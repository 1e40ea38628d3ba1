"""Sends calls: with credentials, time-outs and retries, and with the store's refusals as errors."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import httpx

from jiga_store._async._concurrency import sleep
from jiga_store._async._tokens import AsyncTokens
from jiga_store._credentials import Credentials
from jiga_store._deprecation import warn_once
from jiga_store._logging import log
from jiga_store._requests import Call, encoded, query_pairs
from jiga_store._retries import Retries, retry_after_of
from jiga_store.errors import ApiError, ConnectionError, TimeoutError, error_of

# These fail before a byte of the call has left.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


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

    async def json(self, call: Call) -> Any:
        """The answer's JSON; None where there is none."""
        response = await self.answer(call)
        if not response.content:
            return None
        try:
            return response.json()
        except ValueError:
            raise ApiError(
                "What answered is no JIGA Store: its answer is no JSON. Is base_url right?",
                status=response.status_code,
                code="NOT_A_STORE",
            ) from None

    async def answer(self, call: Call) -> httpx.Response:
        """The answer to a call that succeeded, after as many tries as it took."""
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
                return response
            if response.status_code == 401 and not renewed and not call.as_nobody and self.tokens is not None:
                renewed = True
                if await self.tokens.renewed(bearer):
                    # The call was not looked at, so this is no second try of it.
                    tries -= 1
                    continue
            if call.method == "DELETE" and tries > 1 and response.status_code == 404:
                # An earlier try did it, and its answer was lost.
                return httpx.Response(204, request=response.request)
            after = retry_after_of(response.headers.get("retry-after"))
            wait = self.retries.after_answer(call, tries, response.status_code, after)
            if wait is None:
                raise _refusal(response, after)
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
        if isinstance(e, httpx.TimeoutException):
            return TimeoutError(f"The store did not answer {what} in time.")
        if isinstance(e, NOT_SENT):
            return ConnectionError(f"There is no store at {self.base_url}: {what} could not be sent.")
        return ConnectionError(f"The connection broke before the store answered {what}.")


def _refusal(response: httpx.Response, retry_after: float | None) -> ApiError:
    try:
        problem: Any = response.json()
    except ValueError:
        problem = {}
    return error_of(
        response.status_code,
        problem if isinstance(problem, Mapping) else {},
        request_id=response.headers.get("x-request-id"),
        retry_after=retry_after,
    )
