"""Receipts, signed here as the store signs them."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from jiga_store import ReceiptError, verify_receipt

CLAIMS = {"iss": "http://store.test", "iat": 1, "sessionId": "s-1", "sub": "u-1", "agentId": "a-1", "consumed": 103}
HEADER = {"kid": "k-1", "typ": "receipt+jws", "alg": "ES256"}
PRIVATE = ec.generate_private_key(ec.SECP256R1())


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def signed(claims: dict[str, Any] = CLAIMS, header: dict[str, Any] = HEADER) -> str:
    body = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
    r, s = decode_dss_signature(PRIVATE.sign(body.encode(), ec.ECDSA(hashes.SHA256())))
    return f"{body}.{b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def jwks(kid: str = "k-1", private: ec.EllipticCurvePrivateKey = PRIVATE) -> dict[str, Any]:
    public = private.public_key().public_numbers()
    x, y = b64(public.x.to_bytes(32, "big")), b64(public.y.to_bytes(32, "big"))
    return {"keys": [{"kty": "RSA", "kid": "old"}, {"kty": "EC", "crv": "P-256", "kid": kid, "x": x, "y": y}]}


def test_a_receipt_that_the_store_signed_tells_its_claims() -> None:
    claims = verify_receipt(signed(), jwks())
    assert (claims.consumed, claims.session_id, claims.user_id) == (103, "s-1", "u-1")


def test_one_changed_figure_makes_it_no_receipt() -> None:
    header, _, signature = signed().split(".")
    forged = f"{header}.{b64(json.dumps({**CLAIMS, 'consumed': 3}).encode())}.{signature}"
    with pytest.raises(ReceiptError, match="not what the store signed"):
        verify_receipt(forged, jwks())


def test_somebody_elses_key_of_the_same_name_does_not_verify_it() -> None:
    with pytest.raises(ReceiptError, match="not what the store signed"):
        verify_receipt(signed(), jwks(private=ec.generate_private_key(ec.SECP256R1())))


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(ReceiptError, match="k-1"):
        verify_receipt(signed(), jwks(kid="k-2"))


@pytest.mark.parametrize(
    "header",
    [
        {**HEADER, "alg": "none"},
        {**HEADER, "alg": "HS256"},
        {**HEADER, "typ": "at+jwt"},
        {**HEADER, "crit": ["exp"]},
        {"kid": "k-1"},
    ],
)
def test_a_header_that_asks_to_be_verified_otherwise_is_refused(header: dict[str, Any]) -> None:
    with pytest.raises(ReceiptError):
        verify_receipt(signed(header=header), jwks())


@pytest.mark.parametrize("receipt", ["", "a.b", "a.b.c", "!.!.!", f"{b64(b'[]')}.{b64(b'{}')}.AA", signed()[:-8]])
def test_what_is_no_receipt_is_an_error_and_nothing_worse(receipt: str) -> None:
    with pytest.raises(ReceiptError):
        verify_receipt(receipt, jwks())


@pytest.mark.parametrize("keys", [{}, {"keys": None}, {"keys": ["x"]}, {"keys": [{"kid": "k-1", "kty": "EC"}]}])
def test_keys_that_are_none_are_an_error_and_nothing_worse(keys: dict[str, Any]) -> None:
    with pytest.raises(ReceiptError):
        verify_receipt(signed(), keys)
