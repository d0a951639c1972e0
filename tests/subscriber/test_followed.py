"""What follows an answer: did it help, the next matches, a person; and what is kept of it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from sqlmodel import Session, col, select

from bot import clock
from bot.ops.housekeeping import LEARNT_FROM, tidy
from bot.playground import Person, Seen
from bot.storage.tables import DialogState, Followed, Question
from tests.conftest import FrontDesk
from tests.subscriber.steps import UNKNOWN, labels, log_in, tickets, window

UNSURE = "оплата пароль"
"""Words of several questions."""


async def kept(desk: FrontDesk) -> list[Question]:
    def read(session: Session) -> list[Question]:
        return list(session.exec(select(Question).order_by(col(Question.id))))

    return await desk.database.read(read)


async def until(desk: FrontDesk, there: Callable[[Question], bool]) -> Question:
    """The last question, once it is as wanted: it is written after the reply has gone out."""
    async with asyncio.timeout(5):
        while not (found := await kept(desk)) or not there(found[-1]):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.02)
    return found[-1]


async def asked(person: Person, words: str = "как оплатить интернет", answer: str = "Картой") -> Seen:
    await person.write(words)
    return await person.expect(lambda message: answer in message.text and "👍 Помогло" in labels(message))


async def to_the_end(person: Person) -> None:
    """From the topic to the open ticket."""
    await person.press(await person.expect(window("О чём оно")), "Wi-Fi")
    await person.press(await person.expect(window("Пришлите фото")), "Без файлов")
    await person.press(await person.expect(window("По какому номеру")), "Не звонить")
    await person.press(await person.expect(window("Проверьте и отправьте")), "Отправить")
    await person.expect("принято")


async def test_thanks_take_the_question_away_and_leave_the_answer(desk: FrontDesk) -> None:
    answer = await asked(desk.anna)
    said = await desk.anna.press(answer, "👍 Помогло")
    assert said.text == "Отлично, рад помочь!"
    left = desk.anna.chat.message(answer.id)
    assert "Картой" in left.text
    assert labels(left) == ["Оплатить", "Баланс", "Частые вопросы", "Написать в поддержку"]
    assert (await until(desk, lambda one: one.followed is Followed.HELPED)).entry_id == "pay-methods"


async def test_an_answer_that_did_not_help_is_followed_by_the_next_matches_and_then_a_person(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write(UNSURE)
    offered = await anna.expect("Вы об этом?")
    *questions, _ = labels(offered)
    await anna.press(offered, questions[0])
    answer = await anna.expect(lambda message: "👎 Не помогло" in labels(message))
    await until(desk, lambda one: one.followed is Followed.PICKED)
    await anna.press(answer, "👎 Не помогло")
    more = await anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    assert set(questions).isdisjoint(labels(more))
    question = await until(desk, lambda one: one.followed is Followed.NOT_HELPED)
    assert len(question.rejected) == 1


async def test_the_next_matches_are_others_and_the_last_resort_is_a_person_with_the_question(desk: FrontDesk) -> None:
    anna = desk.anna
    words = "как подключить автоматическую оплату интернета"
    answer = await asked(anna, words, "личном кабинете")
    await anna.press(answer, "👎 Не помогло")
    others = await anna.expect("Тогда, может быть")
    assert "Как включить автоплатёж?" not in labels(others)
    while "Тогда" in others.text:
        await anna.press(others, labels(others)[0])
        answer = await anna.expect(lambda message: "👎 Не помогло" in labels(message))
        await until(desk, lambda one: one.followed is Followed.NEXT)
        await anna.press(answer, "👎 Не помогло")
        others = await anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    await anna.press(others, "Отправить вопрос сотруднику")
    await to_the_end(anna)
    (ticket,) = await tickets(desk)
    assert ticket.description == words
    await until(desk, lambda one: one.followed is Followed.TICKET)


async def test_a_second_press_counts_once(desk: FrontDesk) -> None:
    anna = desk.anna
    answer = await asked(anna)
    data = answer.button("👎 Не помогло").data or ""
    first, second = anna.start_press(answer, data), anna.start_press(answer, data)
    await anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    async with asyncio.timeout(5):
        while first.answer is None or second.answer is None:  # noqa: ASYNC110 - the playground rings no bell for it
            await asyncio.sleep(0.02)
    await anna.expect_nothing(lambda message: "Отправить вопрос сотруднику" in labels(message), seconds=0.1)
    assert (await kept(desk))[0].rejected == ["pay-methods"]


async def test_buttons_work_after_a_restart_and_after_more_questions(closed_desk: FrontDesk) -> None:
    anna = closed_desk.anna
    async with closed_desk.open():
        await anna.start()
        answer = await asked(anna, "как включить автоплатёж, договор 100200", "личном кабинете")
        for _ in range(6):
            await anna.write(UNKNOWN)
            await anna.expect("нет готового ответа")
    async with closed_desk.open():
        await anna.press(answer, "👎 Не помогло")
        more = await anna.expect(lambda message: any("tw:" in str(one.data) for one in message.buttons))
        await anna.press(more, "Отправить вопрос сотруднику")
        await to_the_end(anna)
    (ticket,) = await tickets(closed_desk)
    assert ticket.description == "как включить автоплатёж, договор •••"  # by now only what is kept to learn from


async def test_a_verdict_on_what_nobody_remembers_still_leads_on(desk: FrontDesk) -> None:
    answer = await asked(desk.anna)
    await desk.anna.press_data(answer, "fv:AAAAAAAA:pay-methods:0")
    offer = await desk.anna.expect("Больше готовых ответов")
    assert (await desk.anna.press_data(answer, "fv:AAAAAAAA:gone:1")).text == "Отлично, рад помочь!"
    await desk.anna.press(offer, "Отправить вопрос сотруднику")
    await desk.anna.expect("О чём оно")


async def test_a_match_that_has_left_the_faq_shows_what_there_is(desk: FrontDesk) -> None:
    answer = await asked(desk.anna)
    assert "устарел" in (await desk.anna.press_data(answer, "fp:AAAAAAAA:gone")).text
    await desk.anna.expect("Выберите раздел")


async def test_an_unfinished_press_changes_nothing_else_on_the_answer_of_a_deleted_message(desk: FrontDesk) -> None:
    answer = await asked(desk.anna)
    await desk.anna.delete(answer)
    assert (await desk.anna.press_data(answer, answer.button("👍 Помогло").data or "")).text == "Отлично, рад помочь!"


async def test_two_questions_in_one_message_get_two_answers_each_with_its_own_buttons(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write("как оплатить интернет? и как сменить пароль от вайфая?")
    first, second = await anna.expect("Картой"), await anna.expect("Смените ключ")
    assert first.button("👍").data != second.button("👍").data
    await anna.press(first, "👍 Помогло")
    await anna.press(second, "👎 Не помогло")
    await until(desk, lambda one: one.followed is Followed.NOT_HELPED)
    assert [one.followed for one in await kept(desk)] == [Followed.HELPED, Followed.NOT_HELPED]


async def test_an_unknown_question_that_went_to_a_person_is_kept_so(desk: FrontDesk) -> None:
    await desk.anna.write(UNKNOWN)
    await desk.anna.press(await desk.anna.expect("нет готового ответа"), "Отправить вопрос сотруднику")
    await to_the_end(desk.anna)
    question = await until(desk, lambda one: one.followed is Followed.TICKET)
    assert (question.decision, question.text) == ("none", UNKNOWN)


async def test_a_ticket_after_an_answer_that_helped_was_about_something_else(desk: FrontDesk) -> None:
    anna = desk.anna
    answer = await asked(anna)
    await anna.press(answer, "👍 Помогло")
    await anna.press(answer, "Написать в поддержку")
    await anna.press(await anna.expect(window("О чём оно")), "Wi-Fi")
    await anna.write("не ловит")
    await anna.press(await anna.expect(window("Пришлите фото")), "Без файлов")
    await anna.press(await anna.expect(window("По какому номеру")), "Не звонить")
    await anna.press(await anna.expect(window("Проверьте и отправьте")), "Отправить")
    await anna.expect("принято")
    assert (await kept(desk))[-1].followed is Followed.HELPED


async def test_nobodys_name_number_or_chat_is_kept_with_a_question(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    words = "договор 100200, тел. +7 999 000-01-01, почта a@b.ru: как оплатить интернет"
    await desk.anna.write(words)
    await desk.anna.expect()
    question = await until(desk, lambda one: "оплатить" in one.text)
    assert question.text == "договор •••, тел. •••, почта ••• как оплатить интернет"
    row = str(question.model_dump())
    assert "1001" not in row
    assert "Анна" not in row

    def states(session: Session) -> list[DialogState]:
        return list(session.exec(select(DialogState).where(col(DialogState.chat_id) == 1001)))

    assert (await desk.database.read(states))[0].data["asked"]  # the chat's own memory, which ends with the chat


async def test_questions_are_forgotten_after_more_than_a_year(desk: FrontDesk) -> None:
    def fill(session: Session) -> None:
        for age in (LEARNT_FROM + timedelta(days=1), LEARNT_FROM - timedelta(days=1)):
            session.add(Question(text=str(age.days), decision="none", at=clock.now() - age))

    await desk.database.write(fill)
    await desk.database.write(lambda session: tidy(session, clock.now()))
    assert [one.text for one in await kept(desk)] == ["399"]


async def test_whoever_simply_asks_for_the_balance_sees_it(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    for words in ("сколько денег на счету", "мой баланс", "покажи баланс", "vjq ,fkfyc"):
        await desk.anna.write(words)
        shown = await desk.anna.expect("На счету")
        assert labels(shown)[-2:] == ["Я о другом", "‹ В начало"]


async def test_who_meant_something_else_gets_the_answer_and_the_next_matches(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.write("мой баланс")
    await desk.anna.press(await desk.anna.expect("На счету"), "Я о другом")
    others = await desk.anna.expect("Тогда, может быть")
    assert labels(others)[0] == "Как узнать баланс?"
    await desk.anna.press(others, "Как узнать баланс?")
    await desk.anna.expect("Отправьте /balance")


async def test_a_question_about_the_balance_is_answered_in_words(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    for words in ("как узнать баланс", "почему мой баланс уменьшился", "не вижу баланс"):
        await desk.anna.write(words)
        shown = await desk.anna.expect()
        assert "На счету" not in shown.text, words


async def test_whoever_is_not_signed_in_gets_the_answer_and_the_way_in(desk: FrontDesk) -> None:
    await desk.anna.write("сколько денег на счету")
    answer = await desk.anna.expect("Отправьте /balance")
    assert labels(answer)[:2] == ["Войти по номеру телефона", "Баланс"]


async def test_a_person_is_called_with_the_question_asked_just_before(desk: FrontDesk) -> None:
    await desk.anna.write(UNKNOWN)
    await desk.anna.expect("нет готового ответа")
    await desk.anna.write("оператор")
    await desk.anna.expect("Вопрос уже записал")
    await to_the_end(desk.anna)
    (ticket,) = await tickets(desk)
    assert ticket.description == UNKNOWN
    async with asyncio.timeout(5):
        while [one.followed for one in await kept(desk)] != [Followed.TICKET, Followed.SILENCE]:  # noqa: ASYNC110 - likewise
            await asyncio.sleep(0.02)


async def test_a_person_is_called_with_the_words_beside_the_wish(desk: FrontDesk) -> None:
    await desk.anna.write("роутер мигает красным, позовите оператора")
    await to_the_end(desk.anna)
    (ticket,) = await tickets(desk)
    assert ticket.description == "роутер мигает красным, позовите оператора"


async def test_the_bare_wish_for_a_person_brings_nothing_along(desk: FrontDesk) -> None:
    await desk.anna.write("привет")
    await desk.anna.expect("Здравствуйте")
    await desk.anna.write("оператор")
    await desk.anna.expect("Пара вопросов")
    await desk.anna.press(await desk.anna.expect(window("О чём оно")), "Wi-Fi")
    await desk.anna.expect("Опишите")


async def test_a_follow_up_leans_on_the_answer_that_was_picked(desk: FrontDesk) -> None:
    await desk.anna.write(UNSURE)
    await desk.anna.press(await desk.anna.expect("Вы об этом?"), "Как оплатить интернет?")
    await desk.anna.expect("Картой, по СБП")
    await desk.anna.write("а если картой?")
    await desk.anna.expect(lambda message: "Картой" in message.text or "Как оплатить интернет?" in labels(message)[:1])
