"""Words that answer the bot: yes, no, it didn't help; and strong ones."""

import asyncio
from collections.abc import Callable

from bot.storage.tables import Followed, Question
from tests.conftest import FrontDesk
from tests.subscriber.steps import UNKNOWN, labels, the_ticket
from tests.subscriber.test_followed import UNSURE, asked, kept, to_the_end, until


async def until_first(desk: FrontDesk, there: Callable[[Question], bool]) -> None:
    """Waits until the first question is as wanted: it is written after the reply has gone out."""
    async with asyncio.timeout(5):
        while not there((await kept(desk))[0]):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.02)


async def test_yes_to_the_offer_of_a_person_calls_one_with_the_question(desk: FrontDesk) -> None:
    await desk.anna.write(UNKNOWN)
    await desk.anna.expect("Передать вопрос сотруднику?")
    await desk.anna.write("да")
    await desk.anna.expect("Вопрос уже записал")
    await to_the_end(desk.anna)
    assert (await the_ticket(desk)).description == UNKNOWN
    await until_first(desk, lambda one: one.followed is Followed.TICKET)


async def test_no_to_the_offer_of_a_person_and_yes_to_nothing_are_small_talk(desk: FrontDesk) -> None:
    await desk.anna.write("да")
    await desk.anna.expect("Я на связи")
    await desk.anna.write(UNKNOWN)
    await desk.anna.expect("Передать вопрос сотруднику?")
    await desk.anna.write("нет")
    assert labels(await desk.anna.expect("другими словами")) == ["‹ В начало"]


async def test_in_words_it_did_not_help_is_the_same_as_by_the_button(desk: FrontDesk) -> None:
    anna = desk.anna
    await anna.write(UNSURE)
    offered = await anna.expect("Вы об этом?")
    await anna.press(offered, labels(offered)[0])
    await anna.expect(lambda message: "👎 Не помогло" in labels(message))
    await until(desk, lambda one: one.followed is Followed.PICKED)
    await anna.write("не помогло")
    others = await anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    assert set(labels(offered)[:-1]).isdisjoint(labels(others))
    while "Больше готовых ответов" not in others.text:
        await anna.write("это не то")
        others = await anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    await until_first(desk, lambda one: len(one.rejected) == 1)
    await anna.write("да, пожалуйста")
    await anna.expect("Вопрос уже записал")
    await to_the_end(anna)
    assert (await the_ticket(desk)).description == UNSURE


async def test_none_of_the_suggestions_is_said_in_words_too(desk: FrontDesk) -> None:
    await desk.anna.write(UNSURE)
    offered = await desk.anna.expect("Вы об этом?")
    await desk.anna.write("нет")
    others = await desk.anna.expect(lambda message: "Отправить вопрос сотруднику" in labels(message))
    assert set(labels(offered)[:-1]).isdisjoint(labels(others))


async def test_what_was_answered_stays_in_sight_past_what_was_not(desk: FrontDesk) -> None:
    await asked(desk.anna)
    await desk.anna.write(UNKNOWN)
    await desk.anna.expect("нет готового ответа")
    await desk.anna.write("спасибо, а если с карты?")
    assert labels(await desk.anna.expect("Вы об этом?")) == ["Как оплатить интернет?", "Отправить вопрос сотруднику"]


async def test_swearing_about_something_can_go_to_a_person_at_once(desk: FrontDesk) -> None:
    said = await desk.anna.write(f"бля {UNKNOWN}")
    reply = await desk.anna.expect("злость не на пустом месте")
    assert labels(reply) == ["Отправить вопрос сотруднику", "‹ В начало"]
    await desk.anna.press(reply, "Отправить вопрос сотруднику")
    await to_the_end(desk.anna)
    assert (await the_ticket(desk)).description == said.text


async def test_mere_swearing_is_only_answered(desk: FrontDesk) -> None:
    await desk.anna.write("вы козлы")
    assert labels(await desk.anna.expect("злость не на пустом месте")) == ["‹ В начало"]
