"""The weeks as a picture: a bar each, read at a glance on a phone."""

from collections.abc import Sequence
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_percent

from bot.reports.weekly import Week
from bot.texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = (12.8, 8.0)  # inches; at 100 dots each 1280 × 800, which Telegram shows without scaling it up
_MARGIN = 0.3  # inches
_DOTS = 100
_PAPER, _INK, _FAINT = "#ffffff", "#22313f", "#8796a5"
_BAR, _UNFINISHED = "#2f86d6", "#a9cdef"  # the present week isn't over yet
_LABEL, _TITLE = 19, 27  # points
_TICKS = (0, 0.25, 0.5, 0.75, 1)
_one_at_a_time = Lock()  # matplotlib's caches of fonts aren't made for threads


def draw(weeks: Sequence[Week], texts: Texts) -> bytes:
    """A PNG with the share of each week; one without questions is a gap. Takes a moment: not for the event loop."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second, for those who look
    from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: PLC0415 - likewise

    with _one_at_a_time:
        margins = ConstrainedLayoutEngine(w_pad=_MARGIN, h_pad=_MARGIN)
        figure = Figure(figsize=_SIZE, dpi=_DOTS, facecolor=_PAPER, layout=margins)
        axes = figure.add_subplot()
        axes.set_title(texts.plain("chart-title"), fontsize=_TITLE, color=_INK, loc="left", pad=24)
        _scales(axes, weeks, texts)
        _bars(axes, weeks, texts)
        picture = BytesIO()
        figure.savefig(picture, format="png")
    return picture.getvalue()


def percent(share: float, texts: Texts) -> str:
    """A share (0 to 1) as the reader's language writes it."""
    return format_percent(share, locale=texts.language)


def _scales(axes: "Axes", weeks: Sequence[Week], texts: Texts) -> None:
    axes.set_facecolor(_PAPER)
    axes.set_ylim(0, 1.08)
    axes.set_xlim(-0.6, len(weeks) - 0.4)
    axes.set_yticks(_TICKS, [percent(tick, texts) for tick in _TICKS], fontsize=_LABEL, color=_FAINT)
    axes.set_xticks(range(len(weeks)), [_name(week, texts) for week in weeks], fontsize=_LABEL, color=_INK)
    axes.set_xlabel(texts.plain("chart-weeks"), fontsize=_LABEL, color=_FAINT, labelpad=12)
    axes.tick_params(length=0, pad=8)
    axes.grid(axis="y", color="#e3e8ed")
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)


def _bars(axes: "Axes", weeks: Sequence[Week], texts: Texts) -> None:
    for at, week in enumerate(weeks):
        present = at == len(weeks) - 1
        if week.share is None:
            axes.text(at, 0.02, "–", ha="center", fontsize=_LABEL, color=_FAINT)
            continue
        axes.bar(at, week.share, width=0.72, color=_UNFINISHED if present else _BAR)
        axes.text(at, week.share + 0.015, percent(week.share, texts), ha="center", fontsize=_LABEL, color=_INK)


def _name(week: Week, texts: Texts) -> str:
    day, month = (format_date(week.monday, part, locale=texts.language) for part in ("d", "MMM"))
    return f"{day}\n{month}"
