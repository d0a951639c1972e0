"""One spelling for all ways of typing; layouts and transliterations read as what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.reading.language import MAX_INPUT, follows_up, normalise, questions, words
from bot.faq.reading.layout import english_layout, russian_layout
from bot.faq.reading.morphology import LEXEMES, analyse, deep_root, english_stem, forms, look_up, root, written
from bot.faq.reading.reader import Reader
from bot.faq.reading.slips import by_ear, one_off, typing_cost
from bot.faq.reading.transliteration import readings
from bot.faq.reading.vocabulary import Vocabulary
from tests.faq.bench.make_lexemes import own_words

KNOWN = words("оплатить интернет роутер договор баланс вайфай wifi способ как у вас вопрос подъезд обещанный платеж")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Vocabulary(KNOWN))


def read(reader: Reader, text: str) -> str:
    return " ".join(token.text for token in reader.read(normalise(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ёлка", "елка"),
        ("ЗАПЛАТИТЬ", "заплатить"),
        ("wi\u200bfi", "wifi"),
        ("ｆｕｌｌ", "full"),
        ("\u202eпривет\u202c", "привет"),
        ("сло\u00adво", "слово"),
    ],
)
def test_letters_get_one_form(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


def test_emoji_and_signs_are_no_words() -> None:
    assert words(normalise("🙂 как—то так?! 192.168.0.1")) == ["как", "то", "так", "192", "168", "0", "1"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rfr jgkfnbnm bynthytn", "как оплатить интернет"),
        ("kak oplatit' internet", "как оплатить интернет"),
        ("kak oplatit internet", "как оплатит интернет"),
        ("u vas v podezde", "у вас в подъезде"),
        ("цшаш роутер", "wifi роутер"),
        ("вай фай", "вайфай"),
        ("увас", "у вас"),
        ("опалтить интренет", "оплатить интернет"),
        ("апплатить дагавор", "оплатить договор"),
        ("балланс", "баланс"),
        ("обещеный платёж", "обещанный платеж"),
        ("как у вас", "как у вас"),
    ],
)
def test_a_message_is_read_as_it_was_meant(reader: Reader, typed: str, meant: str) -> None:
    assert read(reader, typed) == meant


def test_words_that_the_dictionary_knows_are_left_alone(reader: Reader) -> None:
    assert read(reader, "баланда доктор") == "баланда доктор"


def test_a_repair_is_trusted_less_than_what_was_typed(reader: Reader) -> None:
    (typed,) = reader.read("договор")
    (mended,) = reader.read("догвор")
    assert (typed.weight, mended.text) == (1.0, "договор")
    assert 0 < mended.weight < 1


@pytest.mark.parametrize("text", ["как оплатить интернет", "ъёжик чья булка", "сто рублей"])
def test_layouts_are_the_inverse_of_each_other(text: str) -> None:
    assert russian_layout(english_layout(normalise(text))) == normalise(text)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("khochu", "хочу"), ("ho4u", "хочу"), ("jenu", "жену"), ("kakoj", "какой"), ("schet", "счет"), ("shchi", "щи")],
)
def test_transliteration_has_several_readings(latin: str, cyrillic: str) -> None:
    assert cyrillic in readings(latin)


def test_signs_that_are_no_letters_have_no_reading() -> None:
    assert readings("9%") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("оплатить", "оплата"), ("подключить", "подключение"), ("списать", "списание"), ("доставка", "доставлять")],
)
def test_a_family_has_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("perfective", "imperfective"),
    [
        ("прийти", "приходить"),
        ("занять", "занимать"),
        ("начать", "начинать"),
        ("забрать", "забирать"),
        ("прислать", "присылать"),
        ("выдать", "выдавать"),
        ("закрыть", "закрывать"),
        ("перевести", "переводить"),
        ("начаться", "начинаться"),
    ],
)
def test_a_pair_of_verbs_has_one_root_though_their_stems_differ(perfective: str, imperfective: str) -> None:
    assert root(perfective) == root(imperfective)


def test_a_deep_root_leaves_the_prefix_out() -> None:
    assert deep_root("заблокировать") == deep_root("блокировка")


def test_forms_lead_back_to_their_lemma() -> None:
    assert all("роутер" in analyse(form).lemmas for form in forms("роутер"))
    assert "оплачу" in forms("оплатить")


def test_function_words_are_told_from_matter() -> None:
    assert analyse("для").function
    assert analyse("хочу").weak
    assert not analyse("роутер").weak


def test_english_words_have_light_stems() -> None:
    assert {english_stem("payments"), english_stem("payment")} == {"payment"}
    assert english_stem("paying") == english_stem("pays") == "pay"


def test_slips_cost_less_than_other_edits() -> None:
    assert typing_cost("опалтить", "оплатить") < typing_cost("окзатить", "оплатить")
    assert typing_cost("баланс", "баланс") == 0
    assert by_ear("перевезти") == by_ear("пиривисти")
    assert "баланс" in set(one_off("балнас"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("у меня два вопроса: как сменить тариф? и когда спишут деньги?", 2),
        ("как оплатить и где ваш офис", 2),
        ("где офис? сколько стоит мастер?", 2),
        ("здравствуйте. вчера был дождь. как оплатить?", 0),
        ("", 0),
    ],
)
def test_several_questions_are_told_apart(text: str, parts: int) -> None:
    assert len(questions(text)) == parts


def test_a_follow_up_leans_on_what_was_before() -> None:
    assert follows_up("а если с карты?")
    assert not follows_up("автоплатеж")


@given(st.text(max_size=300))
def test_reading_never_fails_and_weights_stay_within_bounds(text: str) -> None:
    reader = Reader(Vocabulary(KNOWN[:3]))
    plain = normalise(text)
    assert plain == normalise(plain)
    assert all(0 < token.weight <= 1 for token in reader.read(plain))
    assert len(questions(plain)) != 1


def test_no_more_is_read_than_telegram_delivers() -> None:
    assert len(normalise("я" * 10_000)) == MAX_INPUT


def test_the_words_of_our_own_files_are_known_as_the_dictionary_knows_them() -> None:
    lines = LEXEMES.read_text(encoding="utf-8").splitlines()
    assert lines == [written(look_up(word)) for word in own_words()], "run: python -m tests.faq.bench.make_lexemes"


@pytest.mark.parametrize(
    ("verb", "noun"), [("включать", "включение"), ("отменять", "отмена"), ("получать", "получение")]
)
def test_an_ending_by_chance_makes_no_pair_of_verbs(verb: str, noun: str) -> None:
    assert root(verb) == root(noun)
