"""The shape of a FAQ file for editors, made from the models: completion, hints, and red lines while one types.

Editors read YAML's own types, so a text may look like a number or a truth to them; and a key with nothing behind it
counts as left out.
"""

from collections.abc import Callable
from typing import Any

from bot.faq.catalogue.check import ACTIONS, OPENABLE
from bot.faq.catalogue.entry import Entry

DRAFT = "http://json-schema.org/draft-07/schema#"  # what editors' YAML servers know best
_TEXT = ["string", "number", "boolean"]


def faq_schema(described: Callable[[str], str]) -> dict[str, Any]:
    """The schema; `described` tells what a key is for, by its name."""
    models = Entry.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    answer = _model(models.pop("$defs")["Alternative"], described)
    entry = _model(models, described)
    keys = entry["properties"]
    keys["actions"]["items"] = {"anyOf": [{"enum": sorted(ACTIONS)}, {"type": "string", "pattern": "^(ticket|faq):."}]}
    answer["properties"]["tariff"]["type"] = ["string", "array", "null"]
    keys["opens"] |= {"enum": [*sorted(OPENABLE), None]}
    return {
        "$schema": DRAFT,
        "type": "object",
        "additionalProperties": False,
        "required": ["version", "entries"],
        "properties": {
            "version": {"enum": [1, "1"], "description": described("version")},
            "entries": {
                "type": "array",
                "minItems": 1,
                "items": {"$ref": "#/definitions/Entry"},
                "description": described("entries"),
            },
        },
        "definitions": {"Entry": entry, "Alternative": answer},
    }


def _model(found: dict[str, Any], described: Callable[[str], str]) -> dict[str, Any]:
    required = found.get("required", [])
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {
            name: {**_value(value, optional=name not in required), "description": described(name)}
            for name, value in found["properties"].items()
        },
    }


def _value(found: dict[str, Any], *, optional: bool) -> dict[str, Any]:
    """One key's values, without pydantic's titles and defaults."""
    kept = {name: value for name, value in found.items() if name not in {"title", "default"}}
    kinds = kept.pop("anyOf", [])
    if kinds:
        kept |= next(kind for kind in kinds if kind != {"type": "null"})
    if "items" in kept:
        kept["items"] = _value(kept["items"], optional=False)
    types = _types(kept)
    if types and optional:
        types.append("null")
        if "enum" in kept:
            kept["enum"] = [*kept["enum"], None]
    return {**kept, "type": types[0] if len(types) == 1 else types} if types else kept


def _types(kept: dict[str, Any]) -> list[str]:
    if kept.get("type") == "string":
        return ["string"] if kept.keys() & {"enum", "format"} else list(_TEXT)
    return [kept["type"]] if "type" in kept else []
