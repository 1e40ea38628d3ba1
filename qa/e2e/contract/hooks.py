"""What Schemathesis cannot know of the store: who asks, which things are there, and what a seal or a list of names says.

Handed in by the environment, from ContractTest:
JIGA_CONTRACT_EMAIL, JIGA_CONTRACT_PASSWORD  who asks; without them nobody does
JIGA_CONTRACT_IDS                            JSON: ids by the part of a path that they stand in, such as "sessions/{id}"
"""

import json
import os

import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis.core.parameters import ParameterLocation

EMAIL = os.environ.get("JIGA_CONTRACT_EMAIL")
PASSWORD = os.environ.get("JIGA_CONTRACT_PASSWORD")
IDS = json.loads(os.environ.get("JIGA_CONTRACT_IDS", "{}"))

# What ends a sign-in gets one of its own, so that the others go on.
ENDING = {"logout", "refreshTokens"}

# How ids begin that stand in examples.json, and nowhere else.
EXAMPLE = "01987a5e-3c00-7000-8000-"

# A name of the list is one; no expression says which are.
ZONES = ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo"]
schemathesis.openapi.format("iana-time-zone", st.sampled_from(ZONES))


def tokens(base_url):
    answer = requests.post(
        base_url.rstrip("/") + "/api/v1/auth/login", json={"email": EMAIL, "password": PASSWORD}, timeout=60
    )
    answer.raise_for_status()
    return answer.json()


if EMAIL:

    @schemathesis.auth(refresh_interval=600, retry_on=[401])
    class Bearer:
        def get(self, case, context):
            return tokens(case.operation.base_url)["accessToken"]

        def set(self, case, data, context):
            ending = operation_id(case) in ENDING
            token = tokens(case.operation.base_url)["accessToken"] if ending else data
            case.headers = case.headers or {}
            case.headers["Authorization"] = f"Bearer {token}"


def operation_id(case):
    return case.operation.definition.raw.get("operationId")


def is_as_described(case, location):
    return case.meta is not None and not case.meta.is_negative_at(location)


@schemathesis.hook
def before_call(context, case, kwargs):
    hand_in_ids(case)
    leave_out_what_is_sealed(case)
    write_tags_as_tags(case)


def hand_in_ids(case):
    """Things that are there instead of made-up ones, unless the made-up one is what is tried."""
    if not case.path_parameters or not is_as_described(case, ParameterLocation.PATH):
        return
    for name, value in case.path_parameters.items():
        known = next((ids for part, ids in IDS.items() if part.endswith("{%s}" % name) and part in case.path), [])
        # By what was made up, so that the same seed asks for the same things.
        if known and value not in known and not is_of_the_store(value):
            case.path_parameters[name] = known[sum(str(value).encode()) % len(known)]


def is_of_the_store(value):
    """What an earlier answer said is a UUID, and nobody makes one up but the examples of the description."""
    return isinstance(value, str) and len(value) == 36 and value.count("-") == 4 and not value.startswith(EXAMPLE)


def leave_out_what_is_sealed(case):
    """A cursor is sealed for one question, and stands instead of a page: with a made-up one there is nothing to accept."""
    if case.query and "cursor" in case.query and is_as_described(case, ParameterLocation.QUERY):
        del case.query["cursor"]


def write_tags_as_tags(case):
    """Where nothing is to be wrong with a header, Schemathesis writes the digit 0; an entity tag has quotes."""
    if case.headers and case.headers.get("If-Match") == "0":
        case.headers["If-Match"] = "*"
