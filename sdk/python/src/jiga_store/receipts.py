"""Receipts of sessions, which anybody can verify who has the store's public keys: a compact JWS (RFC 7515), ES256."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from jiga_store._models import Model, parse
from jiga_store.errors import ReceiptError

__all__ = ["ReceiptClaims", "Shares", "verify_receipt"]


class Shares(Model):
    """Who got what of a session, in DOF."""

    owner: int
    platform: int
    creator: int


class ReceiptClaims(Model):
    """What a receipt says. The store signed exactly this.

    ```python
    claims = verify_receipt(receipt, jwks)
    print(claims.session_id, claims.consumed, claims.released)
    ```
    """

    issuer: Annotated[str, Field(alias="iss")]
    issued_at: Annotated[int, Field(alias="iat")]
    """Seconds since 1970."""
    session_id: Annotated[str, Field(alias="sessionId")]
    user_id: Annotated[str, Field(alias="sub")]
    """Who played."""
    agent_id: Annotated[str, Field(alias="agentId")]
    type: str
    rate: int
    """DOF an active hour."""
    allocated: int
    consumed: int
    released: int
    active_millis: Annotated[int, Field(alias="activeMillis")]
    reason: str
    transaction_id: Annotated[str | None, Field(alias="transactionId")] = None
    distribution: Shares | None = None


def verify_receipt(receipt: str, jwks: Mapping[str, Any]) -> ReceiptClaims:
    """The claims of a receipt, if one of the keys signed them; else a `ReceiptError`. Nothing is asked of anybody.

    `jwks` is what `GET /.well-known/jwks.json` of the store answered at some time: keep it with the receipts, or have it
    fetched with `store.sessions.jwks()`. Needs `pip install 'jiga-store[receipts]'`.

    ```python
    receipt = store.sessions.receipt(session_id)
    claims = verify_receipt(receipt.receipt, jwks=store.sessions.jwks())
    print(claims.consumed)
    ```
    """
    parts = receipt.strip().split(".")
    if len(parts) != 3:
        raise ReceiptError("A receipt has three parts, joined by dots.")
    header, claims = _json(parts[0], "header"), _json(parts[1], "claims")
    if header.get("alg") != "ES256" or header.get("typ") != "receipt+jws" or "crit" in header:
        # Never what the header asks for, or a receipt could ask to be verified by nothing (RFC 8725, 3.1).
        raise ReceiptError("A receipt is signed by ES256 and says that it is one (typ receipt+jws).")
    _verify(f"{parts[0]}.{parts[1]}".encode(), _bytes(parts[2], "signature"), _key(header.get("kid"), jwks))
    return parse(ReceiptClaims, claims)


def _key(kid: object, jwks: Mapping[str, Any]) -> Mapping[str, Any]:
    keys = jwks.get("keys")
    for key in keys if isinstance(keys, list) else []:
        if isinstance(key, Mapping) and key.get("kid") == kid and key.get("kty") == "EC" and key.get("crv") == "P-256":
            return key
    raise ReceiptError(f"None of the keys is {kid!r}. If the receipt is newer than the keys, fetch them again.")


def _verify(signed: bytes, signature: bytes, key: Mapping[str, Any]) -> None:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    except ImportError as e:
        raise ReceiptError("Verifying receipts needs one more package: pip install 'jiga-store[receipts]'") from e
    if len(signature) != 64:
        raise ReceiptError("The signature does not have 64 bytes.")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    x, y = (int.from_bytes(_bytes(str(key.get(name)), "key"), "big") for name in ("x", "y"))
    try:
        public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
        public.verify(encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError) as e:
        raise ReceiptError("The receipt is not what the store signed.") from e


def _json(part: str, what: str) -> dict[str, Any]:
    try:
        value = json.loads(_bytes(part, what))
    except ValueError as e:
        raise ReceiptError(f"The receipt's {what} cannot be read.") from e
    if not isinstance(value, dict):
        raise ReceiptError(f"The receipt's {what} is no object.")
    return value


def _bytes(part: str, what: str) -> bytes:
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as e:
        raise ReceiptError(f"The receipt's {what} is not base64url.") from e
