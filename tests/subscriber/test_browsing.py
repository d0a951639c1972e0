"""Categories and their pages, from one question to thousands."""

import pytest

from bot.faq.catalogue.entry import Catalogue, Entry
from bot.playground.keyboards import check_inline
from bot.screens.faq import categories, category
from bot.screens.screen import Screen
from bot.texts import Texts

TEXTS = Texts("ru")


def catalogue(entries: int, categories: int = 1) -> Catalogue:
    made = (
        Entry(id=f"e-{n}", category=f"Раздел {n % categories}", question=f"Вопрос {n}?", answer="Ответ.")
        for n in range(entries)
    )
    return Catalogue(entries=tuple(made))


def words(screen: Screen) -> list[str]:
    assert screen.keyboard
    check_inline(screen.keyboard.model_dump(exclude_none=True))  # within Telegram's limits
    return [button.text for row in screen.rows or [] for button in row]


@pytest.mark.parametrize(("entries", "pages"), [(1, 1), (8, 1), (9, 2), (100, 13)])
def test_every_question_of_a_category_stands_on_one_of_its_pages(entries: int, pages: int) -> None:
    many = catalogue(entries)
    shown = [words(category(TEXTS, many, "Раздел 0", page)) for page in range(pages)]
    assert [word for page in shown for word in page if word.startswith("Вопрос")] == [
        entry.question for entry in many.entries
    ]
    assert ["‹" in page for page in shown] == [False] + [True] * (pages - 1)
    assert ["›" in page for page in shown] == [True] * (pages - 1) + [False]
    assert all(page[-1] == "Частые вопросы" for page in shown)


@pytest.mark.parametrize("page", [-1, 99])
def test_a_page_that_does_not_exist_is_the_nearest(page: int) -> None:
    assert "‹" in words(category(TEXTS, catalogue(20), "Раздел 0", 99))
    assert words(category(TEXTS, catalogue(3), "Раздел 0", page))[0] == "Вопрос 0?"


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (30, 1), (31, 2), (200, 7)])
def test_every_category_stands_on_one_of_the_pages(number: int, pages: int) -> None:
    many = catalogue(number, number)
    shown = [words(categories(TEXTS, many, page)) for page in range(pages)]
    assert [word for page in shown for word in page if word.startswith("Раздел")] == list(many.categories)
    assert all(page[-1] == "‹ В начало" for page in shown)
    assert ("›" in shown[0]) == (pages > 1)


def test_long_names_fit_the_keyboard() -> None:
    made = (Entry(id=f"e-{n}", category=f"{n} " + "длинное имя " * 20, question="?", answer="!") for n in range(60))
    assert len(words(categories(TEXTS, Catalogue(entries=tuple(made))))) == 32
