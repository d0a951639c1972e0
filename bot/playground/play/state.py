"""All that the page shows, as JSON."""

from typing import TYPE_CHECKING

from bot.playground.api.me import commands_for
from bot.playground.chats import Chat, Json

if TYPE_CHECKING:
    from bot.playground.playground import Playground

SHOWN_MESSAGES = 300


def whole_state(pg: "Playground") -> Json:
    """Give `{"bot", "people": […], "chats": […], "faults": […]}`."""
    return {
        "bot": pg.world.me,
        "people": [
            {
                **person.user,
                "commands": commands_for(pg.world, person.user),
                "phone": person.phone,
                "role": person.role,
                "blocked": person.chat.chat.blocked,
                "started": person.chat.chat.started,
            }
            for person in pg.people.values()
        ],
        "chats": [chat_state(chat) for chat in pg.world.chats.values()],
        "faults": faults_state(pg),
    }


def chat_state(chat: Chat) -> Json:
    """Give a chat with its last messages, topics, members (ids and statuses) and keyboard."""
    shown = list(chat.messages.values())[-SHOWN_MESSAGES:]
    return {
        **chat.wire(),
        "migrated_to": chat.migrated_to,
        "keyboard": chat.keyboard,
        "pinned": chat.pinned,
        "topics": [{**topic.wire(), "closed": topic.closed} for topic in chat.topics.values() if not topic.deleted],
        "members": {user_id: member["status"] for user_id, member in chat.members.items()},
        "messages": shown,
        "reactions": [
            {"message_id": message_id, "user_id": user_id, "reaction": reaction}
            for (message_id, user_id), reaction in chat.reactions.items()
            if reaction
        ],
    }


def faults_state(pg: "Playground") -> list[Json]:
    return [{**vars(fault), "number": number} for number, fault in enumerate(pg.faults.active)]
