"""Search as one types: `@bot query`, in any chat."""

from datetime import timedelta

from sqlmodel import Session, col, select

from bot import clock
from bot.playground import Playground
from bot.storage.tables import Followed, Person, Question
from tests.conftest import FrontDesk
from tests.subscriber.steps import labels, log_in, open_ticket


async def kept(desk: FrontDesk) -> list[Question]:
    return await desk.database.read(lambda session: list(session.exec(select(Question).order_by(col(Question.id)))))


def inline_calls(telegram: Playground) -> list[dict[str, object]]:
    return [call.params for call in telegram.calls("answerInlineQuery")]


async def test_results_come_best_first_with_the_beginning_of_the_answer(desk: FrontDesk) -> None:
    found = await desk.anna.inline("как сменить пароль вайфай")
    assert found.titles[0] == "Как сменить пароль от Wi-Fi?"
    assert found.results[0]["description"].startswith("1. Откройте настройки роутера. 2.")
    assert (found.is_personal, found.next_offset) == (True, "")
    assert int(str(inline_calls(desk.telegram)[-1]["cache_time"])) <= 60


async def test_an_unfinished_word_is_enough(desk: FrontDesk) -> None:
    assert (await desk.anna.inline("автопл")).titles[0] == "Как включить автоплатёж?"
    assert (await desk.anna.inline("gfhjkm")).titles[0] == "Как сменить пароль от Wi-Fi?"


async def test_before_anything_is_typed_all_questions_are_there_the_most_asked_first(desk: FrontDesk) -> None:
    def ask_for(session: Session) -> None:
        for _ in range(3):
            session.add(Question(text="нет интернета", decision="answer", entry_id="no-internet", at=clock.now()))
        old = clock.now() - timedelta(days=365)
        for _ in range(9):
            session.add(Question(text="пароль", decision="answer", entry_id="wifi-password", at=old))
        session.add(Question(text="что-то", decision="answer", entry_id="gone", at=clock.now()))

    await desk.database.write(ask_for)
    titles = (await desk.anna.inline("")).titles
    assert titles[:2] == ["Не работает интернет, что делать?", "Как оплатить интернет?"]
    assert len(titles) == len(set(titles)) == 5
    assert (await desk.anna.inline("  ")).titles == titles
    assert (await desk.anna.inline("о")).titles == titles


async def test_a_chosen_result_is_the_answer_with_a_way_into_the_bot(desk: FrontDesk) -> None:
    neighbours = desk.telegram.group(-1009, "Соседи", members=[desk.anna, desk.oleg], bot="left")
    found = await desk.anna.inline("автоплатёж")
    posted = await desk.anna.choose(found.results[0], "автоплатёж", chat=neighbours)
    assert posted.html == "Автоплатёж включается в <b>личном кабинете</b>."
    assert posted.button("Открыть в боте").url == "https://t.me/biletik_bot?start=faq-pay-autopay"


async def test_the_way_into_the_bot_leads_to_the_same_answer(desk: FrontDesk) -> None:
    eve = desk.telegram.person(1010, "Ева")
    await eve.start("faq-pay-autopay")
    answer = await eve.expect("личном кабинете")
    assert "Как оплатить интернет?" in labels(answer)


async def test_a_link_to_an_answer_that_is_gone_shows_what_there_is(desk: FrontDesk) -> None:
    for payload in ("faq-gone", "faq-", "faq-<b>"):
        await desk.anna.start(payload)
        assert "Оплата" in labels(await desk.anna.expect("Этого ответа больше нет"))


async def test_any_other_start_is_the_first_screen(desk: FrontDesk) -> None:
    await desk.anna.start("ask")
    await desk.anna.expect("Здравствуйте")


async def test_a_choice_is_asked_and_answered(desk: FrontDesk) -> None:
    found = await desk.anna.inline("автоплатёж 89990000101")
    await desk.anna.choose(found.results[0], "автоплатёж 89990000101")
    await desk.anna.write("/help")
    await desk.anna.expect("Что я умею")
    (question,) = await kept(desk)
    assert (question.text, question.decision, question.entry_id) == ("автоплатёж •••", "answer", "pay-autopay")
    assert question.followed is Followed.PICKED
    assert question.language == "ru"


async def test_a_made_up_choice_is_no_fault(desk: FrontDesk) -> None:
    desk.telegram.inject({"chosen_inline_result": {"result_id": "gone", "from": desk.anna.user, "query": "x"}})
    await desk.anna.write("/help")
    await desk.anna.expect("Что я умею")
    assert await kept(desk) == []


async def test_an_answer_posted_to_the_bot_itself_is_not_asked_again(desk: FrontDesk) -> None:
    found = await desk.anna.inline("автоплатёж")
    await desk.anna.choose(found.results[0], "автоплатёж")
    await desk.anna.write("/help")
    await desk.anna.expect("Что я умею")
    await desk.anna.expect_nothing(seconds=0.1)


async def test_an_agent_answers_a_ticket_with_a_found_answer(desk: FrontDesk) -> None:
    await open_ticket(desk.anna)
    topic = await desk.group.expect_topic("№1")
    found = await desk.oleg.inline("автоплатёж")
    await desk.oleg.choose(found.results[0], "автоплатёж", chat=desk.group, thread=topic.id)
    answer = await desk.anna.expect("Автоплатёж включается")
    assert not answer.buttons


async def test_nothing_found_leads_to_the_private_chat(desk: FrontDesk) -> None:
    found = await desk.anna.inline("абырвалг шмурдяк")
    assert found.results == []
    assert found.button == {"text": "Спросить в личном чате", "start_parameter": "ask"}


async def test_the_reader_of_english_reads_english(desk: FrontDesk) -> None:
    john = desk.telegram.person(1011, "John", language="en")
    found = await john.inline("how to pay")
    posted = await john.choose(found.results[0])
    assert labels(posted) == ["Open in the bot"]


async def test_nobody_gets_to_know_anything_of_whoever_searches(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    mine, others = await desk.anna.inline("баланс"), await desk.boris.inline("баланс")
    assert mine.results == others.results
    stranger = desk.telegram.person(1012, "Незнакомка")
    await stranger.inline("оплата")
    assert await desk.database.read(lambda session: session.get(Person, 1012)) is None


async def test_pages_follow_one_another_and_a_strange_offset_is_the_first(desk: FrontDesk) -> None:
    assert (await desk.anna.inline("", offset="50")).results == []
    for offset in ("nonsense", "-5", "²", "9" * 60):
        await desk.anna.inline("", offset=offset)
    assert len((await desk.anna.inline("", offset="x")).results) == 5


async def test_a_query_that_is_too_old_is_no_fault(desk: FrontDesk) -> None:
    desk.telegram.inject(
        {"inline_query": {"id": "12345", "from": desk.anna.user, "query": "оплата", "offset": "", "chat_type": "group"}}
    )
    desk.telegram.faults.add("answerInlineQuery", times=1, status=502)
    await desk.anna.write("как оплатить интернет")
    await desk.anna.expect("Картой, по СБП")
    desk.telegram.faults.clear()
    assert (await desk.anna.inline("оплата")).titles[0] == "Как оплатить интернет?"


async def test_strange_queries_are_answered(desk: FrontDesk) -> None:
    for query in ("🙂" * 100, "\u200b", "\u200fשלום", "<b>", "я" * 256, "' OR 1=1 --", "\n\n"):
        await desk.anna.inline(query)
