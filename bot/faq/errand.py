"""Whether a message is an errand: it asks for the thing itself, and tells nothing beside it.

"My balance", "how much is on my account" and "change my plan" want a screen, and no explanation. "Why has my balance
gone down", "how do I change the plan" and "the balance isn't shown" want an answer, though they speak of the same
thing. So an entry that opens a screen opens it for whoever

- uses no word that asks for a reason, a way, a place, a moment or a condition, and denies nothing;
- says nothing but the entry's own words: each word that tells something is met in what the entry lists, apart from
  words that merely request (show, check, give me);
- means the entry first of all, or among the best where the thing is called one's own (my plan) or the entry's very
  words are used.

A slip here costs little: a screen shows what is one's own, and says how to get to the answer.
"""

from bot.faq.catalogue.entry import Catalogue, Entry
from bot.faq.matching.decide import Decision
from bot.faq.matching.index import Index, Indexed
from bot.faq.matching.query import Query
from bot.faq.matching.terms import Term
from bot.faq.reading.morphology import analyse
from bot.faq.reading.words import sections

_LIKELY = 0.25  # probability of all matches: below what is suggested, since every telling word has to be met as well
_ABOUT = frozenset(sections()["asks-about"])
_HOW_MUCH = frozenset({"much", "many"})
_REQUESTS = frozenset(sections()["request"])
_OWN = frozenset(sections()["own"])


def errand(index: Index, catalogue: Catalogue, asked: Query, decision: Decision) -> Entry | None:
    """The entry whose screen is all that a message asks for, if there is one."""
    said = asked.text.split()
    if decision.talk is not None or decision.also or sum(match.score for match in decision.matches) < _LIKELY:
        return None
    if _asks_about(said):
        return None
    near = [match.id for match in decision.matches]
    opening = {name for name in near if catalogue.by_id[name].opens}
    fitting = {one.id: one for one in index.entries if one.id in opening and _says_nothing_else(asked, one)}
    first = near[0]
    if not _OWN.isdisjoint(lemma for word in said for lemma in analyse(word).lemmas):
        # "my plan" is the plan, though several entries speak of plans: the one of which it leaves nothing unsaid
        first = next((name for name in near if name in fitting and not _unsaid(index, asked, fitting[name])), first)
    first = next((name for name in near if name in fitting and asked.text in fitting[name].asked), first)
    return catalogue.by_id[first] if first in fitting else None


def _asks_about(said: list[str]) -> bool:
    """Whether something about the thing is asked; "how much" asks for the thing."""
    how = any(word == "how" and after not in _HOW_MUCH for word, after in zip(said, [*said[1:], ""], strict=True))
    return how or not _ABOUT.isdisjoint(said)


def _says_nothing_else(asked: Query, entry: Indexed) -> bool:
    met = [_is_met(term, entry) for term in asked.terms if _tells(term)]
    requests = [_is_met(term, entry) for term in asked.terms if not term.word.weak]
    return all(met) and any(requests)


def _unsaid(index: Index, asked: Query, entry: Indexed) -> int:
    """How many telling words of the entry's nearest wording the message lacks."""
    wordings = (index.terms(phrase.text.split()) for phrase in entry.phrases if not phrase.keyword)
    return min(sum(_tells(term) and asked.keys.keys().isdisjoint(_sure(term)) for term in one) for one in wordings)


def _tells(term: Term) -> bool:
    return not term.word.weak and _REQUESTS.isdisjoint(term.word.lemmas)


def _is_met(term: Term, entry: Indexed) -> bool:
    return not entry.at.keys().isdisjoint(_sure(term))


def _sure(term: Term) -> list[str]:
    """The keys by which it is the same word, or the catalogue's own synonym of it."""
    return [key for key in term.keys if key[0] not in "^@"]
