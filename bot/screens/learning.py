"""What the FAQ could learn: gaps in groups, a group by itself, and the picture of the weeks."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.faq.catalogue.entry import Catalogue
from bot.faq.learning.board import PERIODS
from bot.faq.learning.gaps import Group
from bot.reports.chart import percent
from bot.reports.weekly import Week
from bot.screens import admin
from bot.screens.buttons import button, excerpt, shortened, turns
from bot.screens.callbacks import AdminGo, Gaps, Learn
from bot.screens.lesson import nearest, ways
from bot.screens.screen import Rows, Screen
from bot.texts import Fact, Html, Texts
from bot.texts.format import moment

PAGE = 8
CAME = ("none", "suggest", "not_helped", "next", "ticket")
"""What may come of a question that shows a gap, in the order in which it is told."""
_WORDING = 120  # characters of a wording on a group's card


def gaps(texts: Texts, groups: Sequence[Group], days: int, page: int, suggested: int) -> Screen:
    """Groups as buttons, the gravest first."""
    last = max(0, (len(groups) - 1) // PAGE)
    page = min(max(page, 0), last)
    count = sum(group.count for group in groups)
    text = texts.html("gaps" if groups else "gaps-none", period=_name(days), count=count)
    rows: Rows = [[_group(group, days)] for group in groups[page * PAGE : (page + 1) * PAGE]]
    rows.append(turns(page, last, lambda to: Gaps(days=days, page=to)))
    rows.append([_period(texts, period, chosen=period == days) for period in PERIODS])
    if suggested:
        rows.append([button(texts.plain("gaps-suggested", count=suggested), AdminGo(to="suggested"))])
    rows.append([admin.to(texts, "chart"), back(texts)])
    return Screen(text, [row for row in rows if row])


def _group(group: Group, days: int) -> InlineKeyboardButton:
    return button(shortened(f"{group.count} · {group.text}"), Learn(what="show", source=source_of(group, days)))


def _name(days: int) -> str:
    """A period's name in the texts."""
    return "week" if days == PERIODS[0] else "month"


def _period(texts: Texts, days: int, *, chosen: bool) -> InlineKeyboardButton:
    return button(texts.plain("gaps-period", period=_name(days), on="yes" if chosen else "no"), Gaps(days=days))


def back(texts: Texts) -> InlineKeyboardButton:
    """To the admins' first screen."""
    return button(texts.plain("admin-back"), AdminGo(to="state"))


def looking(texts: Texts, days: int) -> Screen:
    """It takes a moment."""
    return Screen(texts.html("gaps-looking", period=_name(days)))


def source_of(group: Group, days: int) -> str:
    """How a button names a group."""
    return f"{days}-{group.key}"


def group(texts: Texts, one: Group, days: int, catalogue: Catalogue, zone: ZoneInfo, today: date) -> Screen:
    """How it is asked, what came of it, and what can be done."""
    last = moment(one.asked[-1], zone, texts, today)
    came = [texts.html("gap-came", what=what, count=one.came[what]) for what in CAME if one.came.get(what)]
    others = [texts.html("gap-wording", text=shortened(text, _WORDING)) for text in one.wordings if text != one.text]
    paragraphs = [
        [
            texts.html("gap", text=excerpt(one.text, _WORDING * 2), count=one.count, period=_name(days), last=last),
            *came,
        ],
        [texts.html("gap-wordings"), *others] if others else [],
        nearest(texts, one.nearest, catalogue),
    ]
    text = Html("\n\n".join("\n".join(lines) for lines in paragraphs if lines))
    to_gaps = button(texts.plain("gaps-back"), Gaps(days=days))
    return Screen(text, [*ways(texts, source_of(one, days), one.nearest, catalogue), [to_gaps]])


def chart_caption(texts: Texts, weeks: Sequence[Week]) -> Html:
    """The picture in words."""
    *before, now = weeks
    asked, answered = sum(week.asked for week in before), sum(week.answered for week in before)
    return texts.html(
        "chart-caption",
        now=texts.html("chart-now", **_figures(texts, now.asked, now.answered)),
        before=texts.html("chart-before", weeks=len(before), **_figures(texts, asked, answered)),
    )


def _figures(texts: Texts, asked: int, answered: int) -> dict[str, Fact]:
    return {"asked": asked, "answered": answered, "share": percent(answered / asked, texts) if asked else ""}
