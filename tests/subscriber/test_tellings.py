"""One entry, many readers: figures of one's own, languages, tariffs, days, pictures and files."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dishka import Provider, Scope, provide

from bot import clock
from bot.faq.book import Book
from bot.faq.library import Library
from bot.playground.picture import picture
from tests.conftest import FrontDesk, made_desk
from tests.subscriber.steps import labels, log_in
from tests.subscriber.test_account import Mood, WithMood, change

FAQ = f"""version: 1
entries:
  - id: debt
    category: balance
    question: "Когда спишут деньги?"
    answer: |
      Раз в месяц.

      На счету <b>{{balance}}</b>, спишем {{next_charge}}.

      Тариф {{tariff}}, договор {{contract}}.
      Хватит ли, видно в /balance.
  - id: how-much
    category: balance
    question: "Сколько стоит мой абонемент?"
    answer: "{{fee}} в месяц"
  - id: speed
    category: tariff
    question: "Как ускорить домашнюю линию?"
    answer: Смените тариф.
    answers:
      - tariff: ["домашний  100", "Семейный 100"]
        answer: У вас уже самая быстрая линия.
      - language: en
        question: "How can I speed up my home line?"
        answer: Change your plan.
  - id: holidays
    category: contacts
    question: "Работает ли офис в праздники?"
    answer: По будням с девяти.
    answers:
      - {{from: 2030-12-30, until: 2031-01-08, answer: Отдыхаем до девятого января.}}
    actions: ["faq:speed"]
  - id: card
    category: payment
    question: "Как выглядит карточка абонента?"
    answer: <i>Вот</i> так.
    attachments: [card.png]
  - id: album
    category: wifi
    question: "Где кнопка сброса роутера?"
    answer: На задней стенке.
    attachments: [a.png, prices.pdf, b.png]
  - id: long
    category: wifi
    question: "Расскажите подробно про антенны"
    answer: {"Антенна. " * 150}
    attachments: [card.png]
  - id: lost
    category: wifi
    question: "Покажите схему подвала"
    answer: Схемы пока нет.
    attachments: [https://example.com/cellar.png]
  - id: secret
    category: wifi
    question: "Где спрятан клад?"
    answer: Под дубом.
    hidden: true
"""


class WithFaq(Provider):
    """The desk's own FAQ."""

    def __init__(self, faq: Path) -> None:
        super().__init__()
        self._faq = faq

    @provide(scope=Scope.APP, override=True)
    def library(self) -> Library:
        nowhere = self._faq.parent / "none.yaml"
        return Library(Book.load(self._faq, nowhere, nowhere))


@pytest.fixture
async def made(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    folder = tmp_path / "faq"
    folder.mkdir()
    (folder / "faq.yaml").write_text(FAQ, encoding="utf-8")
    for number, name in enumerate(("a.png", "b.png", "card.png")):
        (folder / name).write_bytes(picture((number, 0, 0)))
    (folder / "prices.pdf").write_bytes(b"%PDF-1.4")
    async with made_desk(tmp_path, faq_path=folder / "faq.yaml") as desk:
        yield desk


@pytest.fixture
async def desk(made: FrontDesk) -> AsyncIterator[FrontDesk]:
    async with made.open(WithFaq(made.settings.faq_path)):
        await made.anna.start()
        await made.anna.expect("Здравствуйте")
        yield made


async def test_a_linked_subscriber_reads_their_own_figures(desk: FrontDesk) -> None:
    await log_in(desk.anna)
    await desk.anna.write("когда спишут деньги")
    shown = await desk.anna.expect("Раз в месяц")
    assert shown.html.split("\n") == [
        "Раз в месяц.",
        "",
        "На счету <b>120,50\xa0₽</b>, спишем 15 января 2030.",
        "",
        "Тариф Домашний 100, договор 700101.",
        "Хватит ли, видно в /balance.",
    ]
    assert "Войти по номеру телефона" not in labels(shown)


async def test_others_read_the_rest_and_are_offered_to_sign_in(desk: FrontDesk) -> None:
    await desk.anna.write("когда спишут деньги")
    shown = await desk.anna.expect("Раз в месяц")
    assert shown.text == "Раз в месяц.\n\nХватит ли, видно в /balance."
    assert labels(shown)[0] == "Войти по номеру телефона"
    await desk.anna.press(shown, "Войти по номеру телефона")
    await desk.anna.expect("Поделиться номером")


async def test_of_several_contracts_each_has_its_line(desk: FrontDesk) -> None:
    await change(desk, "700102", status="active")
    await desk.boris.start()
    await log_in(desk.boris)
    await desk.boris.write("когда спишут деньги")
    shown = await desk.boris.expect("Раз в месяц")
    assert shown.text.split("\n")[2:7] == [
        "На счету -50\xa0₽, спишем 20 января 2030. (700102)",
        "На счету 1\xa0000\xa0₽, спишем 25 января 2030. (700103)",
        "",
        "Тариф Дачный 50, договор 700102.",
        "Тариф Семейный 300, договор 700103.",
    ]


async def test_while_billing_is_away_figures_that_change_are_left_out(made: FrontDesk) -> None:
    mood, anna = Mood(), made.anna
    async with made.open(WithFaq(made.settings.faq_path), WithMood(mood)):
        await log_in(anna)
        mood.now = "away"
        await anna.write("когда спишут деньги")
        shown = await anna.expect("Раз в месяц")
        assert shown.text == "Раз в месяц.\n\nТариф Домашний 100, договор 700101.\nХватит ли, видно в /balance."
        assert "Войти по номеру телефона" not in labels(shown)
        await anna.write("сколько стоит мой абонемент")
        await anna.expect("его данные сейчас не получить")


async def test_an_answer_of_figures_alone_asks_to_sign_in(desk: FrontDesk) -> None:
    await desk.anna.write("сколько стоит мой абонемент")
    shown = await desk.anna.expect("Войдите, и я скажу, как у вас")
    assert labels(shown)[0] == "Войти по номеру телефона"
    await log_in(desk.anna)
    await desk.anna.write("сколько стоит мой абонемент")
    await desk.anna.expect("500\xa0₽ в месяц")


async def test_what_billing_says_is_no_markup_in_an_answer(desk: FrontDesk) -> None:
    await change(desk, "700101", tariff="<b>Турбо & {name}")
    await log_in(desk.anna)
    await desk.anna.write("когда спишут деньги")
    assert "Тариф <b>Турбо & {name}, договор" in (await desk.anna.expect("Раз в месяц")).text


async def test_a_tariff_has_its_own_answer(desk: FrontDesk) -> None:
    await desk.anna.write("как ускорить домашнюю линию")
    await desk.anna.expect("Смените тариф.")
    await log_in(desk.anna)
    await desk.anna.write("как ускорить домашнюю линию")
    await desk.anna.expect("уже самая быстрая линия")


async def test_readers_of_english_get_english_questions_and_answers(desk: FrontDesk) -> None:
    john = desk.telegram.person(1020, "John", language="en")
    await john.start()
    await john.write("how can i speed up my home line")
    await john.expect("Change your plan.")
    await john.write("Работает ли офис в праздники?")
    shown = await john.expect("По будням")
    assert "How can I speed up my home line?" in labels(shown)
    await john.write("/faq")
    await john.press(await john.expect("Common questions"), "Plans")
    assert "How can I speed up my home line?" in labels(await john.expect("Plans"))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2030, 12, 29, 20, 59, tzinfo=UTC), "По будням"),
        (datetime(2030, 12, 29, 21, 1, tzinfo=UTC), "Отдыхаем"),  # midnight in Moscow
        (datetime(2031, 1, 8, 20, 59, tzinfo=UTC), "Отдыхаем"),
        (datetime(2031, 1, 8, 21, 1, tzinfo=UTC), "По будням"),
    ],
)
async def test_an_answer_is_in_force_on_its_days_in_the_providers_zone(
    made: FrontDesk, monkeypatch: pytest.MonkeyPatch, now: datetime, words: str
) -> None:
    real, began = clock.now, clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + (real() - began) / 1000)
    async with made.open(WithFaq(made.settings.faq_path)):
        await made.anna.start()
        await made.anna.write("работает ли офис в праздники")
        await made.anna.expect(words)


async def test_one_picture_carries_the_words_and_the_buttons(desk: FrontDesk) -> None:
    await desk.anna.write("как выглядит карточка абонента")
    shown = await desk.anna.expect("Вот так")
    assert (shown.kind, shown.html) == ("photo", "<i>Вот</i> так.")
    assert "Частые вопросы" in labels(shown)
    await desk.anna.press(shown, "Частые вопросы")
    await desk.anna.expect("Выберите раздел")


async def test_pictures_come_as_an_album_then_the_file_then_the_words(desk: FrontDesk) -> None:
    await desk.anna.write("где кнопка сброса роутера")
    words = await desk.anna.expect("На задней стенке")
    first, second, file = desk.anna.chat.messages[-4:-1]
    assert [first.kind, second.kind, file.kind, words.kind] == ["photo", "photo", "document", "text"]
    assert first.album
    assert first.album == second.album
    assert file.raw["document"]["file_name"] == "prices.pdf"
    assert labels(words)


async def test_words_too_long_for_a_caption_follow_the_picture(desk: FrontDesk) -> None:
    await desk.anna.write("расскажите подробно про антенны")
    words = await desk.anna.expect("Антенна. Антенна.")
    assert words.kind == "text"
    assert desk.anna.chat.messages[-2].kind == "photo"


async def test_a_file_goes_up_once_even_over_a_restart(made: FrontDesk) -> None:
    for _ in range(2):
        async with made.open(WithFaq(made.settings.faq_path)):
            await made.anna.start()
            await made.anna.write("как выглядит карточка абонента")
            await made.anna.expect("Вот так")
            made.anna.chat.messages[-1].raw["caption"] = ""
    assert len(made.telegram.calls("sendChatAction")) == 1
    first, second = made.telegram.calls("sendPhoto")
    assert str(first.params["photo"]).startswith("attach://")
    assert second.params["photo"] == made.anna.chat.messages[-1].file_id


async def test_a_file_that_changed_goes_up_again(desk: FrontDesk) -> None:
    anna = desk.anna
    for content in ((1, 2, 3), (4, 5, 6)):
        (desk.settings.faq_path.parent / "card.png").write_bytes(picture(content, side=content[0]))
        await anna.write("как выглядит карточка абонента")
        await anna.expect("Вот так")
    assert [str(call.params["photo"])[:9] for call in desk.telegram.calls("sendPhoto")] == ["attach://"] * 2


async def test_where_a_replica_lacks_the_file_telegram_has_it(desk: FrontDesk) -> None:
    await desk.anna.write("как выглядит карточка абонента")
    await desk.anna.expect("Вот так")
    (desk.settings.faq_path.parent / "card.png").unlink()
    await desk.anna.write("как выглядит карточка абонента")
    assert (await desk.anna.expect("Вот так")).kind == "photo"


async def test_what_telegram_has_forgotten_goes_up_again(desk: FrontDesk) -> None:
    await desk.anna.write("как выглядит карточка абонента")
    await desk.anna.expect("Вот так")
    desk.telegram.world.files._by_id.clear()
    await desk.anna.write("как выглядит карточка абонента")
    assert (await desk.anna.expect("Вот так")).kind == "photo"


@pytest.mark.parametrize("question", ["покажите схему подвала", "как выглядит карточка абонента"])
async def test_a_picture_that_cannot_be_sent_costs_no_words(desk: FrontDesk, question: str) -> None:
    (desk.settings.faq_path.parent / "card.png").unlink()
    await desk.anna.write(question)
    shown = await desk.anna.expect(lambda message: "Схемы пока нет" in message.text or "Вот так" in message.text)
    assert shown.kind == "text"
    assert labels(shown)


async def test_of_an_album_one_bad_picture_costs_only_itself(desk: FrontDesk) -> None:
    (desk.settings.faq_path.parent / "a.png").write_bytes(b"")
    await desk.anna.write("где кнопка сброса роутера")
    await desk.anna.expect("На задней стенке")
    assert [message.kind for message in desk.anna.chat.messages[-3:]] == ["photo", "document", "text"]


async def test_a_hidden_entry_is_never_found_nor_listed(desk: FrontDesk) -> None:
    await desk.anna.write("где спрятан клад")
    await desk.anna.expect(lambda message: message.sender_id != 1001 and "дубом" not in message.text)
    await desk.anna.press_data(desk.anna.chat.messages[-1], "fe:secret")
    await desk.anna.expect("Выберите раздел")
    assert not any("дубом" in message.text for message in desk.anna.chat.messages)
