"""In a group without topics agents answer the card, or any message of the ticket."""

from pathlib import Path

from tests.conftest import FrontDesk, made_desk
from tests.desk.conftest import Posted, at_work, posted, written


async def test_a_reply_to_the_card_reaches_the_subscriber(plain: FrontDesk, plain_ticket: Posted) -> None:
    assert plain_ticket.thread is None
    await plain.oleg.write_in(plain.group, "Здравствуйте!", reply_to=plain_ticket.card)
    assert (await plain.anna.expect("Олег")).text == "Олег · №1\nЗдравствуйте!"


async def test_the_subscribers_words_answer_the_card_under_their_name(plain: FrontDesk, plain_ticket: Posted) -> None:
    seen = await written(plain, plain.anna, "Лампочка красная", None)
    assert seen.reply_to == plain_ticket.card.id
    assert seen.text == "№1 · новое · Анна\nЛампочка красная"


async def test_a_reply_to_any_message_of_the_ticket_reaches_its_subscriber(
    plain: FrontDesk, plain_ticket: Posted
) -> None:
    other = await posted(plain, plain.boris, "Телевизор не показывает")
    hers = await written(plain, plain.anna, "я Анна", None)
    his = await written(plain, plain.boris, "я Борис", None)
    to_her = await plain.oleg.write_in(plain.group, "это Анне", reply_to=hers)
    await plain.vera.write_in(plain.group, "это Борису", reply_to=his)
    await plain.anna.expect("это Анне")
    await plain.boris.expect("это Борису")
    await plain.vera.write_in(plain.group, "и ещё Анне", reply_to=to_her)
    await plain.anna.expect("и ещё Анне")
    await plain.vera.write_in(plain.group, "и ещё Борису", reply_to=other.card)
    await plain.boris.expect("и ещё Борису")
    assert not any("Борису" in seen.text for seen in plain.anna.chat.messages)
    assert not any("Анне" in seen.text for seen in plain.boris.chat.messages)


async def test_commands_work_as_replies_and_a_reply_to_their_answer_reaches_the_subscriber(
    plain: FrontDesk, plain_ticket: Posted
) -> None:
    await plain.oleg.write_in(plain.group, "/claim", reply_to=plain_ticket.card)
    answer = await plain.group.expect("№1 теперь у вас, Олег")
    await plain.anna.expect("занимается Олег")
    assert (await plain.group.expect("Занимается: Олег")).id == plain_ticket.card.id
    await plain.oleg.write_in(plain.group, "уже еду", reply_to=answer)
    await plain.anna.expect("уже еду")
    await plain.oleg.press(plain_ticket.card, "Решено")
    await plain.anna.expect("решено")


async def test_talk_that_is_no_reply_is_left_alone(plain: FrontDesk, plain_ticket: Posted) -> None:
    chat = await plain.oleg.write_in(plain.group, "кто идёт обедать?")
    await plain.vera.write_in(plain.group, "я иду", reply_to=chat)
    await plain.oleg.write_in(plain.group, "// между нами", reply_to=plain_ticket.card)
    await plain.oleg.write_in(plain.group, "готово", reply_to=plain_ticket.card)
    await plain.anna.expect("готово")
    said = [seen.text for seen in plain.anna.chat.messages]
    assert not any(words in text for text in said for words in ("обедать", "иду", "между нами"))


async def test_an_album_answers_the_card_as_one_album(plain: FrontDesk, plain_ticket: Posted) -> None:
    await plain.anna.send_album(3, "вот")
    await plain.group.expect("вот")
    album = [seen for seen in plain.group.messages() if seen.album]
    assert [seen.reply_to for seen in album] == [plain_ticket.card.id] * 3
    await plain.oleg.send_album(2, "схема", chat=plain.group, reply_to=plain_ticket.card)
    await plain.anna.expect("схема")
    shown = [seen for seen in plain.anna.chat.messages if seen.album and "file_id" in str(seen.raw)]
    assert len({seen.album for seen in shown if seen.sender_id != plain.anna.id}) == 1


async def test_a_bot_without_administrator_rights_still_takes_replies(tmp_path: Path) -> None:
    async with made_desk(tmp_path, forum=False) as made:
        made.group.demote_bot()
        async with at_work(made) as desk:
            ticket = await posted(desk, desk.anna)
            refusal = "Bad Request: member list is inaccessible"
            desk.telegram.faults.add("getChatMember", status=400, description=refusal)
            await desk.oleg.write_in(desk.group, "вижу", reply_to=ticket.card)
            await desk.anna.expect("вижу")
            await written(desk, desk.anna, "жду", None)
