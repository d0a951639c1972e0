"""Which conversation a raw update belongs to."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import clock
from bot.storage.database import Database
from bot.storage.inbox import InboxRows
from bot.telegram.arrivals import arrivals, conversation_of, private_chat_of
from tests.engine.look import inbox

PRIVATE = {"id": 1001, "type": "private"}
GROUP = {"id": -1001000000001, "type": "supergroup"}
ANNA = {"id": 1001, "first_name": "Анна"}

WORDS = st.text("17-:ы", max_size=9)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
EVENT = st.dictionaries(st.sampled_from(["chat", "from", "message", "is_topic_message", "message_thread_id"]), JSON)


@pytest.mark.parametrize(
    ("event", "conversation"),
    [
        ({"message": {"chat": PRIVATE}}, "chat:1001"),
        ({"edited_message": {"chat": PRIVATE}}, "chat:1001"),
        ({"message": {"chat": GROUP, "is_topic_message": True, "message_thread_id": 7}}, "chat:-1001000000001:7"),
        ({"message": {"chat": GROUP, "message_thread_id": 7}}, "chat:-1001000000001"),  # a reply, not a topic
        ({"callback_query": {"from": ANNA, "message": {"chat": GROUP}}}, "chat:-1001000000001"),
        ({"callback_query": {"from": ANNA, "inline_message_id": "x"}}, "chat:1001"),
        ({"inline_query": {"from": ANNA}}, "chat:1001"),
        ({"chosen_inline_result": {"from": ANNA}}, "chat:1001"),
        ({"pre_checkout_query": {"from": ANNA}}, "chat:1001"),
        ({"message_reaction": {"chat": GROUP, "user": ANNA}}, "chat:-1001000000001"),
        ({"my_chat_member": {"chat": PRIVATE, "from": ANNA}}, "chat:1001"),
        ({"poll": {"id": "5"}}, "update:9"),
        ({"message": "nonsense"}, "update:9"),
        ({"message": {"chat": {"id": "1001"}}}, "update:9"),
        ({"message": {"chat": {"id": 10**30}}}, "update:9"),
        ({}, "update:9"),
    ],
)
def test_each_kind_of_update_has_its_conversation(event: dict[str, Any], conversation: str) -> None:
    assert conversation_of({"update_id": 9, **event}) == conversation


@given(st.dictionaries(st.sampled_from(["message", "callback_query", "inline_query"]), EVENT | JSON))
def test_no_update_is_too_malformed_to_have_one(event: dict[str, Any]) -> None:
    kind, _, rest = conversation_of({"update_id": 9, **event}).partition(":")
    assert kind in {"chat", "update"}
    assert all(abs(int(number)) < 2**63 for number in rest.split(":"))


def test_only_a_person_s_chat_is_private() -> None:
    assert private_chat_of("chat:1001") == 1001
    assert [private_chat_of(other) for other in ("chat:-5", "chat:-5:7", "update:9")] == [None] * 3


def test_what_can_t_be_acknowledged_is_left_out() -> None:
    wild: list[Any] = [
        None,
        [],
        "x",
        {},
        {"update_id": "7"},
        {"update_id": True},
        {"update_id": 10**30},
        {"update_id": 7},
    ]
    assert [arrival.update_id for arrival in arrivals(wild)] == [7]


async def test_half_a_surrogate_pair_doesn_t_hold_up_the_batch(database: Database) -> None:
    raw = json.loads('{"update_id": 7, "message": {"text": "\\ud83d", "chat": {"id": 1}}}')
    found = arrivals([raw, {"update_id": 8}])
    await database.write(lambda session: InboxRows(session).store(found, clock.now()))
    assert [json.loads(row.payload)["update_id"] for row in await database.read(inbox)] == [7, 8]
