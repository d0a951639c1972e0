"""An agent's suggestion as an admin sees it, and the list of those that wait."""

from collections.abc import Sequence

from bot.conversation.lessons import Suggestion
from bot.faq.catalogue import markup
from bot.faq.catalogue.entry import Catalogue
from bot.faq.learning.mask import HIDDEN
from bot.screens.buttons import button, excerpt, shortened
from bot.screens.callbacks import AdminGo, Gaps, Learn
from bot.screens.lesson import nearest, ways
from bot.screens.screen import Rows, Screen
from bot.texts import Html, Texts

LISTED = 20
_ASKED, _ANSWERED = 700, 1200  # characters that are shown


def suggestion(texts: Texts, one: Suggestion, catalogue: Catalogue) -> Screen:
    """The question, the reply, and what can be made of them."""
    answer = markup.plain(one.lesson.answer)
    notes = [texts.html("suggestion-files")] if one.files else []
    notes += [texts.html("suggestion-masked")] if HIDDEN in answer or HIDDEN in one.asked else []
    notes += [texts.html("suggestion-declined")] if one.declined else []
    paragraphs = [
        texts.html("suggestion", number=str(one.ticket_id), agent=one.agent or texts.plain("support")),
        texts.html("suggestion-asked", words=excerpt(one.asked, _ASKED) or "—"),
        texts.html("suggestion-answer", words=excerpt(answer, _ANSWERED)),
        *notes,
        *nearest(texts, one.lesson.nearest, catalogue),
    ]
    rows = ways(texts, one.lesson.source, one.lesson.nearest, catalogue)
    return Screen(
        Html("\n\n".join(paragraphs)), [*rows, [button(texts.plain("suggested-back"), AdminGo(to="suggested"))]]
    )


def waiting(texts: Texts, found: Sequence[Suggestion]) -> Screen:
    """Those that nobody decided on."""
    rows: Rows = [
        [
            button(
                shortened(texts.plain("suggested-one", number=str(one.ticket_id), words=one.asked)),
                Learn(what="show", source=one.lesson.source),
            )
        ]
        for one in found[:LISTED]
    ]
    text = texts.html("suggested" if found else "suggested-none")
    return Screen(text, [*rows, [button(texts.plain("gaps-back"), Gaps(days=7))]])
