"""Prepares the store's descriptions for datamodel-code-generator: what a client may rely on in an answer, and no more.

An old client must live on when the store grows (members, enum values), so closed shapes are opened: an enum of an
answer is "one of these, or another text", a constant is its type, and limits of what may be sent are left out.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Schema = dict[str, Any]
METHODS = ("get", "put", "post", "patch", "delete")
LIMITS = (
    "additionalProperties",
    "allOf",
    "else",
    "examples",
    "if",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "propertyNames",
    "then",
    "uniqueItems",
    "contentEncoding",
    "x-always",
)


def answers(api: Schema) -> dict[str, Schema]:
    """The schemas that answers are made of, by name."""
    schemas: dict[str, Schema] = api["components"]["schemas"]
    found: dict[str, Schema] = {}
    waiting = [
        name
        for address, path in api["paths"].items()
        if address.startswith("/api/v1/") and not address.startswith("/api/v1/admin/")
        for method in METHODS
        if method in path
        for status, response in path[method]["responses"].items()
        if status.startswith("2")
        for name in references(response)
    ]
    while waiting:
        name = waiting.pop()
        if name not in found and is_object(schemas[name]) and not is_page(name, schemas[name]):
            found[name] = schemas[name]
        waiting += [other for other in references(schemas[name]) if other not in found]
    return {name: opened(with_required(found[name]), schemas) for name in sorted(found)}


def frames(api: Schema) -> dict[str, Schema]:
    """What the store says on a session's line, each frame's data a type of its own, named as the frame is."""
    messages = api["components"]["messages"]
    schemas: dict[str, Schema] = api["components"]["schemas"]
    said = [ref["$ref"].rsplit("/", 1)[1] for ref in api["operations"]["say"]["messages"]]
    found: dict[str, Schema] = {}
    for name in said:
        message = messages[name]
        data = deepcopy(message["payload"]["properties"]["data"])
        data.setdefault("description", message["summary"])
        title = "".join(part.capitalize() for part in name.split("_")) + "Data"
        found[title] = opened(data, schemas)
    return found


def references(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"].rsplit("/", 1)[1]] if isinstance(schema.get("$ref"), str) else []
        return own + [name for member in schema.values() for name in references(member)]
    if isinstance(schema, list):
        return [name for member in schema for name in references(member)]
    return []


def is_object(schema: Schema) -> bool:
    return bool(schema.get("properties") or "anyOf" in schema)


def with_required(schema: Schema) -> Schema:
    """What is always there is required: the description says so, or else whatever is never null."""
    if "properties" not in schema:
        return schema
    always = schema.get("x-always")
    if always is None:
        always = [name for name, member in schema["properties"].items() if not may_be_null(member)]
    return {**schema, "required": sorted({*schema.get("required", []), *always})}


def is_page(name: str, schema: Schema) -> bool:
    """Pages are read item by item, and an agent is read as what it shows of itself."""
    return (name.startswith("Page") and "nextCursor" in schema.get("properties", {})) or "anyOf" in schema


def may_be_null(schema: Schema) -> bool:
    kind = schema.get("type")
    return (isinstance(kind, list) and "null" in kind) or any(
        option.get("type") == "null" for option in schema.get("anyOf", [])
    )


def opened(schema: Any, schemas: dict[str, Schema]) -> Any:
    """The schema with names of plain values put in place, enums and constants opened, and limits left out."""
    if isinstance(schema, list):
        return [opened(item, schemas) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if is_object(schemas[name]):
            return {"$ref": f"#/$defs/{name}"}
        merged = {**schemas[name], **{key: value for key, value in schema.items() if key != "$ref"}}
        return opened(merged, schemas)
    if "const" in schema:
        return described(schema, {"type": type_of(schema["const"])})
    if "enum" in schema:
        return described(schema, {"anyOf": [{"type": "string", "enum": schema["enum"]}, {"type": "string"}]})
    result = {
        key: {name: opened(member, schemas) for name, member in value.items()}
        if key == "properties"
        else opened(value, schemas)
        for key, value in schema.items()
        if key not in LIMITS
    }
    free = schema.get("additionalProperties")
    if isinstance(free, dict) and "properties" not in schema:
        result["additionalProperties"] = opened(free, schemas) if free else True
    if schema.get("type") == "object" and not schema.get("properties") and "additionalProperties" not in result:
        result["additionalProperties"] = True
    return result


def described(schema: Schema, opened_schema: Schema) -> Schema:
    return {**opened_schema, **({"description": schema["description"]} if "description" in schema else {})}


def type_of(constant: Any) -> str:
    return {bool: "boolean", int: "integer", str: "string"}[type(constant)]
