"""The wallet: what is in it, and how DOF come and go."""

from __future__ import annotations

from jiga_store._async._transport import AsyncTransport
from jiga_store._async.pages import AsyncPages
from jiga_store._models import parse
from jiga_store._requests import get, money, path
from jiga_store.types.api import Checkout, Packages, PackageView, TestFunds, TransactionView, Transferred, WalletView


class AsyncWallet:
    """`store.wallet`."""

    def __init__(self, transport: AsyncTransport) -> None:
        """Made by the client."""
        self._transport = transport

    async def get(self) -> WalletView:
        """What is there: `balance` is `available` and `held` together."""
        return await self._transport.read(WalletView, get(path("/profile/wallet")))

    async def packages(self) -> list[PackageView]:
        """What can be bought, and for how much."""
        return (await self._transport.read(Packages, get(path("/transactions/packages")))).items

    async def purchase(
        self,
        package: str,
        *,
        payment_method: str,
        return_url: str,
        idempotency_key: str | None = None,
    ) -> Checkout:
        """Begins to buy a package: the answer has the address of the checkout, where it is paid.

        `payment_method` is `stripe` or `shopify`, or `sandbox` where no money moves.
        """
        body = {"package": package, "payment_method": payment_method, "return_url": return_url}
        call = money(path("/transactions/purchase"), body, idempotency_key=idempotency_key)
        return await self._transport.read(Checkout, call)

    async def transfer(
        self, to_user_id: str, amount: int, *, note: str | None = None, idempotency_key: str | None = None
    ) -> Transferred:
        """Gives DOF to another user. The store takes a fee on top of it."""
        body = {"to_user_id": to_user_id, "amount": amount, "note": note}
        call = money(path("/transactions/transfer"), body, idempotency_key=idempotency_key)
        return await self._transport.read(Transferred, call)

    async def test_funds(self, amount: int, *, idempotency_key: str | None = None) -> TestFunds:
        """Fills the wallet of a test key with `DOF_TEST`, which cost nothing and buy nothing real."""
        call = money(path("/profile/wallet/test-funds"), {"amount": amount}, idempotency_key=idempotency_key)
        return await self._transport.read(TestFunds, call)

    def history(
        self,
        *,
        type: str | None = None,  # noqa: A002 - as the API calls it
        status: str | None = None,
        limit: int | None = None,
    ) -> AsyncPages[TransactionView]:
        """What moved, the newest first."""
        call = get(path("/transactions"), type=type, status=status, limit=limit)
        return AsyncPages(self._transport, call, lambda item: parse(TransactionView, item))

    async def transaction(self, transaction_id: str) -> TransactionView:
        """One movement."""
        return await self._transport.read(TransactionView, get(path("/transactions/{id}", id=transaction_id)))
