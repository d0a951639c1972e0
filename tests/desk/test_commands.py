"""What agents do with a ticket, by command and by button."""

import asyncio

from bot.playground import Person, Seen
from bot.storage.tables import Ticket, TicketStatus
from bot.storage.tickets import Tickets
from tests.conftest import FrontDesk
from tests.desk.conftest import Posted, opened, posted


async def _ticket(desk: FrontDesk, number: int) -> Ticket:
    found = await desk.database.read(lambda session: Tickets(session).of(number))
    assert found is not None
    return found


async def _says(desk: FrontDesk, who: Person, text: str, ticket: Posted, answer: str) -> Seen:
    """An agent writes in a ticket's topic, and the bot answers there."""
    await who.write_in(desk.group, text, thread=ticket.thread)
    return await desk.group.expect(answer, thread=ticket.thread)


async def test_a_new_ticket_is_a_topic_whose_first_message_is_its_card(forum: FrontDesk) -> None:
    number = await opened(forum, forum.anna, "Интернет <пропал> & не вернулся")
    topic = await forum.group.expect_topic(f"№{number} · новое · Анна")
    card = await forum.group.expect("Обращение №1 · новое", thread=topic.id)
    assert [seen.id for seen in forum.group.messages(topic.id) if seen.kind == "text"] == [card.id]
    for words in ("Абонент: Анна (@anna)", "Тема: Нет интернета", "Пока никто не взял", "Интернет <пропал> & не"):
        assert words in card.text
    assert [button.text for button in card.buttons] == ["Взять", "Решено"]


async def test_the_card_of_a_signed_in_subscriber_shows_contract_balance_and_tariff(forum: FrontDesk) -> None:
    await forum.anna.write("/login")
    await forum.anna.expect("Поделиться номером")
    await forum.anna.share_contact()
    await forum.anna.expect("Вижу 1 договор")
    card = (await posted(forum, forum.anna)).card.text
    for words in ("Договор 700101: Анна Иванова, Тверь", "Баланс 120,50\xa0₽", "тариф «Домашний 100»"):
        assert words in card


async def test_claim_in_the_topic_gives_the_ticket_to_the_agent_and_tells_the_subscriber(
    forum: FrontDesk, ticket: Posted
) -> None:
    await _says(forum, forum.oleg, "/claim", ticket, "№1 теперь у вас, Олег")
    await forum.anna.expect("Обращением №1 занимается Олег")
    card = await forum.group.expect("Занимается: Олег", thread=ticket.thread)
    assert card.id == ticket.card.id
    assert [button.text for button in card.buttons] == ["Решено"]
    assert forum.group.topic("№1 · в работе · Анна").id == ticket.thread


async def test_the_buttons_of_the_card_do_the_same(forum: FrontDesk, ticket: Posted) -> None:
    assert (await forum.vera.press(ticket.card, "Взять")).text == "№1 теперь у вас, Вера."
    await forum.anna.expect("Обращением №1 занимается Вера")
    card = await forum.group.expect("Занимается: Вера", thread=ticket.thread)
    assert (await forum.vera.press(card, "Решено")).text == "№1 отмечено решённым."
    await forum.anna.expect("Обращение №1 решено")
    card = await forum.group.expect("· решено", thread=ticket.thread)
    assert [button.text for button in card.buttons] == ["Открыть снова"]
    assert (await forum.vera.press(card, "Открыть снова")).text == "№1 снова открыто."
    await forum.group.expect("· в работе", thread=ticket.thread)


async def test_a_claimed_ticket_stays_with_its_agent(forum: FrontDesk, ticket: Posted) -> None:
    await _says(forum, forum.oleg, "/claim", ticket, "теперь у вас")
    await _says(forum, forum.vera, "/claim", ticket, "Обращение №1 уже взял другой сотрудник: Олег")
    assert "уже взял другой сотрудник: Олег" in (await forum.vera.press_data(ticket.card, "da:claim:1")).text
    await _says(forum, forum.oleg, "/claim", ticket, "№1 и так у вас, Олег")
    assert (await _ticket(forum, 1)).agent_id == forum.oleg.id


async def test_of_two_agents_who_claim_at_once_one_has_it(forum: FrontDesk, ticket: Posted) -> None:
    oleg, vera = await asyncio.gather(
        forum.oleg.press_data(ticket.card, "da:claim:1"), forum.vera.press_data(ticket.card, "da:claim:1")
    )
    assert sorted(["теперь у вас" in oleg.text, "теперь у вас" in vera.text]) == [False, True]
    first, second = ("Олег", vera) if "теперь" in oleg.text else ("Вера", oleg)
    assert f"уже взял другой сотрудник: {first}" in second.text
    await forum.anna.expect(f"занимается {first}")
    await forum.anna.expect_nothing("занимается")


async def test_a_command_with_a_number_works_anywhere_in_the_group(forum: FrontDesk, ticket: Posted) -> None:
    for words, answer in (("/claim 1", "теперь у вас"), ("/resolve №1", "решённым"), ("/reopen #1", "снова открыто")):
        await forum.oleg.write_in(forum.group, words)
        assert (await forum.group.expect(answer)).thread is None
    assert (await _ticket(forum, 1)).agent_name == "Олег"


async def test_a_command_that_names_no_ticket_is_asked_which(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.write_in(forum.group, "/resolve")
    await forum.group.expect("/resolve 12")
    await forum.oleg.write_in(forum.group, "/claim 77")
    await forum.group.expect("Такого обращения нет")
    await forum.oleg.write_in(forum.group, f"/claim {10**30}")
    await forum.group.expect("Такого обращения нет")


async def test_a_solved_ticket_is_not_solved_or_taken_again(forum: FrontDesk, ticket: Posted) -> None:
    await _says(forum, forum.oleg, "/claim", ticket, "теперь у вас")
    await _says(forum, forum.oleg, "/reopen", ticket, "Обращение №1 и так открыто")
    await _says(forum, forum.oleg, "/resolve", ticket, "№1 отмечено решённым")
    await _says(forum, forum.oleg, "/resolve", ticket, "Обращение №1 уже решено")
    await _says(forum, forum.oleg, "/claim", ticket, "Обращение №1 уже решено")
    await forum.anna.expect("Обращение №1 решено")
    await forum.anna.expect_nothing("решено")


async def test_reopen_brings_a_solved_ticket_back(forum: FrontDesk, ticket: Posted) -> None:
    await _says(forum, forum.oleg, "/resolve", ticket, "отмечено решённым")
    await forum.group.expect("· решено", thread=ticket.thread)
    await _says(forum, forum.oleg, "/reopen", ticket, "снова открыто")
    await forum.group.expect("· в работе", thread=ticket.thread)
    assert forum.group.topic("№1 · в работе").id == ticket.thread


async def test_a_message_to_a_solved_ticket_reopens_it_but_thanks_do_not(forum: FrontDesk, ticket: Posted) -> None:
    await _says(forum, forum.oleg, "/resolve", ticket, "отмечено решённым")
    await forum.anna.expect("решено")
    await forum.anna.write("спасибо")
    await forum.group.expect("спасибо", thread=ticket.thread)
    assert (await _ticket(forum, 1)).status is TicketStatus.SOLVED
    await forum.anna.write("Опять пропал интернет")
    await forum.group.expect("Абонент написал, обращение №1 открыто снова", thread=ticket.thread)
    await forum.group.expect("Опять пропал интернет", thread=ticket.thread)
    await forum.anna.expect("открыто снова")
    assert (await _ticket(forum, 1)).status is TicketStatus.OPEN


async def test_the_first_answer_puts_the_ticket_to_work_and_meets_its_promise(forum: FrontDesk, ticket: Posted) -> None:
    assert "Срок ответа" in ticket.card.text
    await forum.oleg.write_in(forum.group, "смотрю", thread=ticket.thread)
    card = await forum.group.expect("· в работе", thread=ticket.thread)
    assert "Срок ответа" not in card.text
    assert (await _ticket(forum, 1)).first_response_at is not None


async def test_card_posts_a_fresh_card_that_follows_the_ticket(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.write_in(forum.group, "/card", thread=ticket.thread)
    fresh = await forum.group.expect("Обращение №1", thread=ticket.thread)
    assert fresh.id != ticket.card.id
    await forum.oleg.press(fresh, "Взять")
    assert (await forum.group.expect("Занимается: Олег", thread=ticket.thread)).id == fresh.id


async def test_a_card_that_someone_deleted_is_posted_again(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.delete(ticket.card)
    await forum.oleg.write_in(forum.group, "/claim", thread=ticket.thread)
    fresh = await forum.group.expect("Занимается: Олег", thread=ticket.thread)
    assert fresh.id != ticket.card.id
    assert fresh.thread == ticket.thread


async def test_a_command_deleted_at_once_is_carried_out_and_answered(forum: FrontDesk, ticket: Posted) -> None:
    forum.telegram.faults.add("getChatMember", delay=0.3, times=1)
    command = await forum.oleg.write_in(forum.group, "/claim", thread=ticket.thread)
    await forum.oleg.delete(command)
    await forum.group.expect("№1 теперь у вас", thread=ticket.thread)


async def test_notes_and_unknown_commands_never_reach_the_subscriber(forum: FrontDesk, ticket: Posted) -> None:
    group, thread = forum.group, ticket.thread
    for text in ("// похоже на порт", "/note похоже на порт", "/note@biletik_bot порт", "/claimm порт"):
        await forum.oleg.write_in(group, text, thread=thread)
        await forum.oleg.send_photo(text, chat=group, thread=thread)
        await forum.oleg.send_album(2, text, chat=group, thread=thread)
    await forum.oleg.write_in(group, "а это вам", thread=thread)
    assert (await forum.anna.expect("№1")).text.endswith("а это вам")
    assert not any("порт" in seen.text or seen.kind == "photo" for seen in forum.anna.chat.messages)


async def test_an_unknown_command_is_said_to_have_gone_nowhere(forum: FrontDesk, ticket: Posted) -> None:
    await _says(forum, forum.oleg, "/claimm", ticket, "Такой команды нет, абоненту ничего не ушло")


async def test_a_command_for_another_bot_is_left_to_that_bot(forum: FrontDesk, ticket: Posted) -> None:
    await forum.oleg.write_in(forum.group, "/weather@weather_bot", thread=ticket.thread)
    await forum.oleg.write_in(forum.group, "готово", thread=ticket.thread)
    await forum.anna.expect("готово")
    assert not any("weather" in seen.text for seen in forum.anna.chat.messages)
    await forum.group.expect_nothing("Такой команды нет")
