"""Dictionary forms and roots of Russian words, light stems of English ones; everything is cached and lazily loaded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pymorphy3

from bot.faq.reading.words import sections

CYRILLIC = re.compile("[а-я]")
_FUNCTION_POS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
_RARE_FORMS = frozenset({"PRTF", "GRND"})  # participles and gerunds: half of a verb's forms, hardly ever typed
_ENGLISH_FUNCTION = frozenset(sections()["english-function"])
_WEAK = frozenset(sections()["weak"])
_SUFFIXES = sorted(sections()["suffixes"], key=len, reverse=True)
_PREFIXES = sorted(sections()["prefixes"], key=len, reverse=True)
_ASPECTS = [tuple(pair.split(":")) for pair in sections()["aspects"]]
# Before such endings stands a prefix; in other verbs they are chance (включать is no pair of начать).
_BEFORE = frozenset({"", "взо", "вз", "объ", "подъ", "съ", "въ", "изо", "разо", "ото", "недо", "прио", *_PREFIXES})
# Consonants that take turns before endings (платить: плачу, ходить: хожу, писать: пишу).
_ALTERNATION = str.maketrans({"т": "ч", "щ": "ч", "к": "ч", "ц": "ч", "д": "ж", "г": "ж", "з": "ж", "с": "ш", "х": "ш"})
LEXEMES = Path(__file__).with_name("lexemes.txt")
"""What the dictionary says of the words in the bot's own files, made by tests/faq/bench/make_lexemes.py."""
_MIN_ROOT = 3
_MIN_DEEP_ROOT = 4


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word: every dictionary form that it can be of, and whether it carries matter of its own."""

    text: str
    lemmas: tuple[str, ...]
    known: bool  # to the dictionary
    noun: bool  # or unknown, which is a name more often than not
    function: bool  # preposition, conjunction, particle, pronoun
    weak: bool  # function word, or one that fits any question (хотеть, можно, подскажите)


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=100_000)
def analyse(word: str) -> Word:
    """A normalised word (lower case, ё as е); words outside the dictionary are their own lemma."""
    line = _lexemes().get(word)
    return look_up(word) if line is None else _read(word, line)


def look_up(word: str) -> Word:
    """The same, always by the dictionary."""
    if not CYRILLIC.search(word):
        function = word in _ENGLISH_FUNCTION
        weak = function or word in _WEAK
        return Word(word, (english_stem(word),), known=function, noun=not weak, function=function, weak=weak)
    lemmas: dict[str, bool] = {}
    noun = False
    for lemma, tag in _parses(word):
        function = tag.POS in _FUNCTION_POS or "Apro" in tag
        lemmas[lemma] = lemmas.get(lemma, False) or function
        noun = noun or tag.POS == "NOUN"
    if not lemmas:
        return Word(word, (word,), known=False, noun=True, function=False, weak=word in _WEAK)
    function = any(lemmas.values())
    weak = function or any(lemma in _WEAK for lemma in lemmas)
    return Word(word, tuple(lemmas), known=True, noun=noun, function=function, weak=weak)


@cache
def _lexemes() -> dict[str, str]:
    lines = LEXEMES.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def written(word: Word) -> str:
    """A word as a line of `lexemes.txt`: itself, a letter for each thing that holds of it, its lemmas."""
    holds = (("k", word.known), ("n", word.noun), ("f", word.function), ("w", word.weak))
    return " ".join((word.text, "".join(letter for letter, true in holds if true) or "-", *word.lemmas))


def _read(word: str, line: str) -> Word:
    holds, *lemmas = line.split(" ")
    return Word(word, tuple(lemmas), known="k" in holds, noun="n" in holds, function="f" in holds, weak="w" in holds)


def is_weak(lemma: str) -> bool:
    """Whether a dictionary form fits any question."""
    return lemma in _WEAK


def _parses(word: str) -> Iterator[tuple[str, Any]]:
    # the analyser's own parse() also predicts unknown words, which costs more than the whole look-up
    morph = _analyzer()
    dictionary = morph.dictionary
    for fixed, parses in dictionary.words.similar_items(word, morph.char_substitutes):
        for paradigm, form in parses:
            lemma = dictionary.build_normal_form(paradigm, form, fixed).replace("ё", "е")
            yield lemma, dictionary.build_tag_info(paradigm, form)


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has such a word; quicker than `analyse`."""
    if word in _lexemes():
        return analyse(word).known
    morph = _analyzer()
    return bool(morph.dictionary.word_is_known(word, morph.char_substitutes))


def begin() -> int:
    """Where every word of the dictionary begins."""
    root: int = _analyzer().dictionary.words.dct.ROOT
    return root


def go_on(letters: str, place: int) -> list[int]:
    """Where the words go on that have these letters next; е stands for ё as well. Nowhere, if there are none."""
    follow = _analyzer().dictionary.words.dct.follow_bytes
    ways = (letters, letters.replace("е", "ё")) if "е" in letters else (letters,)
    return [after for way in ways if (after := follow(way.encode(), place)) is not None]


@lru_cache(maxsize=100_000)
def forms(word: str) -> frozenset[str]:
    """The inflected forms of a dictionary form, without participles and gerunds; the word alone where unknown."""
    if not CYRILLIC.search(word):
        return frozenset({word})
    morph = _analyzer()
    dictionary = morph.dictionary
    found = {word}
    for fixed, parses in dictionary.words.similar_items(word, morph.char_substitutes):
        for paradigm_number, form in parses:
            if form:  # not the dictionary form of this paradigm
                continue
            stem = dictionary.build_stem(dictionary.paradigms[paradigm_number], form, fixed)
            for prefix, tag, suffix in dictionary.build_paradigm_info(paradigm_number):
                if tag.POS not in _RARE_FORMS:
                    found.add(f"{prefix}{stem}{suffix}".replace("ё", "е"))
    return frozenset(found)


@lru_cache(maxsize=100_000)
def root(lemma: str) -> str:
    """The family of a word: its dictionary form without suffix, the last consonant levelled."""
    if not CYRILLIC.search(lemma):
        return lemma
    rest = _imperfective(lemma)
    for suffix in _SUFFIXES:
        if rest.endswith(suffix) and len(rest) - len(suffix) >= _MIN_ROOT:
            rest = rest[: -len(suffix)]
            break
    if rest[-1] == "л" and len(rest) > _MIN_ROOT and rest[-2] in "бпвмф":
        rest = rest[:-1]
    return rest[:-1] + rest[-1].translate(_ALTERNATION)


def _imperfective(verb: str) -> str:
    """The imperfective of a pair that have no root in common (прийти: приходить); other words as they are."""
    reflexive = "ся" if verb.endswith("ся") else ""
    plain = verb.removesuffix("ся")
    for perfective, imperfective in _ASPECTS:
        if plain.endswith(perfective) and plain.removesuffix(perfective) in _BEFORE:
            return plain.removesuffix(perfective) + imperfective + reflexive
    return verb


@lru_cache(maxsize=100_000)
def deep_root(lemma: str) -> str:
    """The root without a verb's prefix as well (заблокировать: блок), or the root where that leaves too little."""
    found = root(lemma)
    for prefix in _PREFIXES:
        if found.startswith(prefix) and len(found) - len(prefix) >= _MIN_DEEP_ROOT:
            return found[len(prefix) :]
    return found


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """A light stem (Harman's S-stemmer with -ing and -ed): enough for the few English words of a FAQ."""
    for suffix, put in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_ROOT and not word.endswith(("ss", "us")):
            word = word[: -len(suffix)] + put
            break
    return word.removesuffix("e") if len(word) > _MIN_DEEP_ROOT else word
