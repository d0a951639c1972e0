"""Changes of a single entry that can be kept as JSON, and made again on a text that has changed meanwhile."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from bot.faq.catalogue import edit as texts
from bot.faq.catalogue.entry import Entry


class AddEntry(BaseModel):
    """A new entry."""

    kind: Literal["add"] = "add"
    entry: Entry


class ChangeEntry(BaseModel):
    """Other values under some keys of an entry."""

    kind: Literal["change"] = "change"
    entry_id: str
    changes: dict[str, Any]


class AddVariant(BaseModel):
    """One more way to ask an entry."""

    kind: Literal["variant"] = "variant"
    entry_id: str
    variant: str


class RemoveEntry(BaseModel):
    """No such entry any more."""

    kind: Literal["remove"] = "remove"
    entry_id: str


Edit = AddEntry | ChangeEntry | AddVariant | RemoveEntry
_ADAPTER: TypeAdapter[Edit] = TypeAdapter(Annotated[Edit, Field(discriminator="kind")])


def edited(text: str, edit: Edit) -> str:
    """The text after an edit. Raises `NoSuchEntry`, `EntryExists`, `NotEditable`."""
    match edit:
        case AddEntry(entry=entry):
            return texts.add_entry(text, entry)
        case ChangeEntry(entry_id=entry_id, changes=changes):
            return texts.change_entry(text, entry_id, changes)
        case AddVariant(entry_id=entry_id, variant=variant):
            return texts.add_variant(text, entry_id, variant)
        case RemoveEntry(entry_id=entry_id):
            return texts.remove_entry(text, entry_id)


def as_json(edit: Edit) -> dict[str, Any]:
    """The form in which an edit is kept."""
    kept: dict[str, Any] = _ADAPTER.dump_python(edit, mode="json", by_alias=True, exclude_defaults=False)
    return kept


def from_json(kept: dict[str, Any]) -> Edit:
    """The edit that was kept."""
    return _ADAPTER.validate_python(kept)
