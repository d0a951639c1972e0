"""A bare wish for the thing opens it; whatever is asked about it is answered."""

import pytest

from bot.faq.book import Book
from bot.faq.catalogue.entry import Catalogue, Entry

BOOK = Book(
    Catalogue(
        entries=(
            Entry(
                id="points",
                category="club",
                question="Сколько у меня баллов?",
                variants=("мои баллы", "проверить накопленные баллы", "how many points do I have"),
                answer="Смотрите в карточке.",
                opens="balance",
            ),
            Entry(
                id="level",
                category="club",
                question="Какой у меня уровень в клубе?",
                variants=("узнать свой уровень", "my club level"),
                answer="Уровень зависит от покупок.",
                opens="tariff",
            ),
            Entry(
                id="level-change",
                category="club",
                question="Как повысить уровень?",
                variants=("перейти на другой уровень", "поднять уровень"),
                answer="Покупайте чаще.",
                opens="change_tariff",
            ),
            Entry(
                id="points-lost",
                category="club",
                question="Почему сгорели баллы?",
                variants=("пропали баллы", "баллов стало меньше"),
                answer="Они живут год.",
            ),
            Entry(id="hours", category="shop", question="Когда открыт магазин?", answer="С девяти."),
        )
    )
)


def opened(text: str) -> str | None:
    entry = BOOK.errand(text, BOOK.ask(text))
    return entry.opens if entry else None


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("сколько у меня баллов", "balance"),
        ("баллы", "balance"),
        ("покажи мои баллы", "balance"),
        ("добрый день! скажите пожалуйста, сколько баллов", "balance"),
        ("how many points do i have", "balance"),
        ("vjb ,fkks", "balance"),
        ("мой уровень", "tariff"),
        ("подними мне уровень", "change_tariff"),
    ],
)
def test_a_wish_for_the_thing_itself_opens_it(text: str, action: str) -> None:
    assert opened(text) == action


@pytest.mark.parametrize(
    "text",
    [
        "почему стало меньше баллов",
        "gjxtve jcnfkjcm vtymit ,fkkjd",
        "как узнать, сколько у меня баллов",
        "где посмотреть баллы",
        "не вижу свои баллы",
        "баллы сына",
        "верните мои баллы",
        "если куплю диван, сколько будет баллов",
        "как повысить уровень",
        "сколько у меня баллов и почему они сгорели",
        "когда открыт магазин",
        "спасибо",
        "",
    ],
)
def test_a_question_about_the_thing_opens_nothing(text: str) -> None:
    assert opened(text) is None
