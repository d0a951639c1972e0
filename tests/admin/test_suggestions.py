"""Agents' replies that become answers, by an admin's word."""

import asyncio

import pytest
from sqlmodel import Session, select

from bot.playground import Person, Seen
from bot.screens.callbacks import short_key_of
from bot.storage.tables import FaqSuggestion, Outbox, OutboxState
from bot.tickets.suggest import FAQ_SUGGESTED
from tests.admin.conftest import House, confirmed
from tests.desk.conftest import Posted, posted
from tests.subscriber.steps import labels, window

ASKED = "Здравствуйте! Можно ли поставить домашнюю видеокамеру? Мой номер +7 999 000-01-01."
OFFER = "Добавить в базу ответов?"


@pytest.fixture
async def ticket(house: House) -> Posted:
    """Anna's ticket in its topic."""
    return await posted(house.desk, house.anna, ASKED)


async def replied(house: House, ticket: Posted, words: str = "Да, мастер привезёт и поставит.") -> Seen:
    """An agent's reply, as it was written in the topic."""
    written = await house.desk.oleg.write_in(house.desk.group, words, thread=ticket.thread)
    await house.anna.expect(words)
    return written


async def suggested(house: House, ticket: Posted) -> None:
    """The agent suggests the latest reply."""
    await house.desk.oleg.write_in(house.desk.group, "/faq", thread=ticket.thread)
    await house.desk.group.expect("Предложил администраторам", thread=ticket.thread)


async def taken(admin: Person, offer: Seen) -> Seen:
    """Goes through the dialog with all that is known; the proposal is returned."""
    await admin.press(offer, "Завести ответ")
    await admin.press(await admin.expect(window("Новый вопрос")), "Оставить")
    await admin.press(await admin.expect(window("В какой раздел")), "Оплата")
    await admin.press(await admin.expect(window("Напишите ответ")), "Оставить")
    await admin.press(await admin.expect(window("Ключевые слова")), "Без ключевых слов")
    await admin.press(await admin.expect(window("Короткое имя")), "Оставить")
    return await admin.expect("Что изменится")


async def test_the_card_offers_it_once_there_is_a_reply(house: House, ticket: Posted) -> None:
    assert "В базу ответов" not in labels(ticket.card)
    await replied(house, ticket)
    card = await house.desk.group.expect(lambda seen: "В базу ответов" in labels(seen))
    answer = await house.desk.oleg.press(card, "В базу ответов")
    assert answer.text == "Предложил администраторам добавить ответ из №1 в базу."
    for admin in (house.dima, house.ira):
        await admin.expect(OFFER)


async def test_a_claimed_ticket_offers_it_after_the_first_reply_too(house: House, ticket: Posted) -> None:
    await house.desk.oleg.press(ticket.card, "Взять")
    await house.desk.group.expect(lambda seen: labels(seen) == ["Решено"])
    await replied(house, ticket)
    await house.desk.group.expect(lambda seen: labels(seen) == ["Решено", "В базу ответов"])


async def test_a_suggestion_tells_question_and_answer_without_personal_data(house: House, ticket: Posted) -> None:
    await replied(house, ticket, "Да. Запишитесь на https://example.com/1234567 или звоните +7 999 000-01-01")
    await suggested(house, ticket)
    offer = await house.dima.expect(OFFER)
    assert "Обращение №1, предлагает Олег" in offer.text
    assert "Можно ли поставить домашнюю видеокамеру?" in offer.text
    assert "https://example.com/1234567" in offer.text
    assert "000-01-01" not in offer.text
    assert "скрыто знаком •••" in offer.text


async def test_a_suggestion_becomes_an_answer_with_its_formatting(house: House, ticket: Posted) -> None:
    words = {"text": "Да, мастер привезёт & поставит.", "entities": [{"type": "bold", "offset": 4, "length": 6}]}
    house.desk.oleg.post(words, chat=house.desk.group, thread=ticket.thread)
    await house.anna.expect("привезёт & поставит")
    await suggested(house, ticket)
    proposal = await taken(house.dima, await house.dima.expect(OFFER))
    assert "Можно ли поставить домашнюю видеокамеру?" in proposal.text
    await confirmed(house.dima, proposal)
    boris = house.desk.boris
    await boris.start()
    await boris.expect("Здравствуйте")
    await boris.write("можно поставить видеокамеру")
    assert "Да, <b>мастер</b> привезёт &amp; поставит." in (await boris.expect("мастер")).html


async def test_a_suggestion_becomes_a_wording_of_another_entry(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await suggested(house, ticket)
    await house.dima.press(await house.dima.expect(OFFER), "К другому ответу")
    await house.dima.press(await house.dima.expect("К какому ответу"), "Оплата")
    await house.dima.press(await house.dima.expect(window("К какому ответу")), "Как оплатить интернет?")
    proposal = await house.dima.expect("Что изменится")
    assert "Можно ли поставить домашнюю видеокамеру?" in proposal.text


async def test_the_reply_that_is_answered_is_suggested(house: House, ticket: Posted) -> None:
    first = await replied(house, ticket, "Первый ответ.")
    await replied(house, ticket, "Второй ответ.")
    await house.desk.oleg.write_in(house.desk.group, "/faq", reply_to=first)
    assert "Первый ответ." in (await house.dima.expect(OFFER)).text


async def test_a_file_stays_behind_and_its_words_come_along(house: House, ticket: Posted) -> None:
    await house.desk.oleg.send_photo(chat=house.desk.group, thread=ticket.thread, caption="Вот схема")
    await house.anna.expect("Вот схема")
    await suggested(house, ticket)
    offer = await house.dima.expect(OFFER)
    assert "Вот схема" in offer.text
    assert "Файл из ответа в базу не переносится" in offer.text


async def test_one_reply_is_suggested_once(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await suggested(house, ticket)
    await house.dima.expect(OFFER)
    await house.desk.vera.write_in(house.desk.group, "/faq", thread=ticket.thread)
    await house.desk.group.expect("уже предлагали", thread=ticket.thread)
    await house.dima.expect_nothing(OFFER)


async def test_without_a_reply_in_words_there_is_nothing_to_suggest(house: House, ticket: Posted) -> None:
    await house.desk.oleg.write_in(house.desk.group, "/faq", thread=ticket.thread)
    await house.desk.group.expect("нечего предложить", thread=ticket.thread)
    await house.desk.oleg.send_photo(chat=house.desk.group, thread=ticket.thread)
    await house.anna.expect(lambda seen: seen.kind == "photo")
    answer = await house.desk.oleg.press_data(ticket.card, "da:faq:1")
    assert "нечего предложить" in answer.text
    assert answer.show_alert


async def test_a_subscribers_message_is_no_reply(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await house.anna.write("а завтра?")
    words = await house.desk.group.expect("а завтра?", thread=ticket.thread)
    await house.desk.oleg.write_in(house.desk.group, "/faq", reply_to=words)
    await house.desk.group.expect("нечего предложить", thread=ticket.thread)


async def test_outside_of_tickets_it_asks_which_one(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await house.desk.oleg.write_in(house.desk.group, "/faq")
    await house.desk.group.expect("Не понял, о каком обращении речь")


async def test_only_agents_may_suggest(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    answer = await house.anna.press_data(ticket.card, "da:faq:1")
    assert "только сотрудники" in answer.text
    assert await house.desk.database.read(lambda session: session.exec(select(FaqSuggestion)).all()) == []


async def test_what_one_admin_declines_no_list_shows_any_more(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await suggested(house, ticket)
    await house.dima.write("/admin")
    await house.dima.press(await house.dima.expect("Состояние"), "Пробелы")
    await house.dima.press(await house.dima.expect("Пробелы за неделю"), "Предложили сотрудники: 1")
    await house.dima.press(await house.dima.expect("Ответы из обращений"), "№1")
    await house.dima.press(await house.dima.expect(window(OFFER)), "Не для базы")
    await house.dima.press(await house.dima.expect("не добавляем"), "Предложения")
    await house.dima.expect("Новых предложений нет")
    offer = await house.ira.expect(OFFER)
    await house.ira.press_data(offer, "ld:show:s-1")
    await house.ira.expect("Решили не добавлять")


async def test_what_became_an_answer_waits_no_more(house: House, ticket: Posted) -> None:
    await replied(house, ticket)
    await suggested(house, ticket)
    await confirmed(house.dima, await taken(house.dima, await house.dima.expect(OFFER)))
    await house.answers("можно поставить домашнюю видеокамеру", "Передал в обращение")
    await house.ira.press_data(await house.ira.expect(OFFER), "ag:suggested")
    await house.ira.expect("Новых предложений нет")


async def test_a_suggestion_declined_before_it_could_be_sent_is_not_sent(house: House, ticket: Posted) -> None:
    house.desk.telegram.faults.add("sendMessage", house.ira.id, status=429, retry_after=1, times=1)
    await replied(house, ticket)
    await suggested(house, ticket)
    await house.dima.press(await house.dima.expect(OFFER), "Не для базы")
    await house.dima.expect("не добавляем")

    def skipped(session: Session) -> list[int]:
        rows = session.exec(select(Outbox).where(Outbox.kind == FAQ_SUGGESTED, Outbox.state == OutboxState.SKIPPED))
        return [row.facts["chat_id"] for row in rows]

    async with asyncio.timeout(5):
        while await house.desk.database.read(skipped) != [house.ira.id]:  # noqa: ASYNC110 - the database has no events
            await asyncio.sleep(0.05)
    await house.ira.expect_nothing(OFFER)


@pytest.mark.parametrize("data", ["ld:no:s-1", "ld:entry:s-1", "ld:show:s-1", "lv:s-1:pay-methods"])
async def test_a_subscriber_can_t_decide(house: House, ticket: Posted, data: str) -> None:
    await replied(house, ticket)
    await suggested(house, ticket)
    await house.dima.expect(OFFER)
    await house.anna.press_data(house.anna.chat.messages[-1], data)
    await house.anna.expect("только администратор")
    rows = await house.desk.database.read(lambda session: session.exec(select(FaqSuggestion)).all())
    assert rows[0].declined_by is None


async def test_a_ticket_without_words_needs_its_question_written(house: House) -> None:
    ticket = await posted(house.desk, house.anna, "")
    await replied(house, ticket)
    await suggested(house, ticket)
    offer = await house.dima.expect(OFFER)
    answer = await house.dima.press_data(offer, f"lv:s-1:{short_key_of('pay-methods')}")
    assert "нет слов" in answer.text
    await house.dima.press(offer, "Завести ответ")
    question = await house.dima.expect(window("Новый вопрос"))
    assert labels(question) == ["Отменить"]
