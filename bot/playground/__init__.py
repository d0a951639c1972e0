"""A Telegram of one's own: a local Bot API server over HTTP, and the people who talk to the bot.

It stands apart from the bot: nothing of ours is imported here, and the bot knows it only as another address for
`TELEGRAM_API_URL`. Tests and the tour drive its people from Python, in the same event loop:

    async with Playground(token="1000:TEST") as pg:             # pg.url == "http://127.0.0.1:PORT"
        anna = pg.person(1001, "Анна", phone="+79001234567")
        oleg = pg.person(2001, "Олег")
        group = pg.group(-1001000000001, "Поддержка", forum=True, members=[oleg], bot="administrator")

        await anna.start()                                      # from now on the bot may write to her
        await anna.write("как оплатить")
        reply = await anna.expect("Оплатить")                   # waits for the bot; AssertionError shows the chat
        answer = await anna.press(reply, "Да")                  # answer.text, answer.show_alert
        await anna.send_album(3, caption="вот фото")            # three updates with one media_group_id
        await anna.share_contact()                              # or anna.tap("…") on the reply keyboard
        anna.chat.messages, anna.chat.reply_keyboard            # what she sees now

        topic = await group.expect_topic("№1")
        card = await group.expect("Анна", thread=topic.id)
        await oleg.write_in(group, "Здравствуйте!", thread=topic.id)
        group.delete_topic(topic.id)

        pg.faults.add(method="sendMessage", chat_id=1001, status=429, retry_after=2, times=1)
        pg.faults.add(method="sendMessage", drop="after")       # it took effect, but the answer got lost
        pg.calls("sendMessage", chat_id=1001)                   # what the bot called, with params and answers
        pg.inject({"message": "nonsense"})                      # any update
        pg.advance(48 * 3600)                                   # Telegram's clock only
        pg.flood_limits(on=True)

A message is a `Seen`: `id text html entities kind buttons keyboard button(…) thread reply_to album file_id raw
deleted`.
Everything a bot asks is checked by aiogram's typed methods and refused in Telegram's words where Telegram would.
"""

from bot.playground.group import Group
from bot.playground.media import Upload
from bot.playground.people import Person
from bot.playground.playground import Playground
from bot.playground.presser import Answer, InlineAnswer
from bot.playground.seen import Button, Seen

__all__ = ["Answer", "Button", "Group", "InlineAnswer", "Person", "Playground", "Seen", "Upload"]
