"""What is edited on one side changes on the other, and nothing that was kept back goes out by an edit."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from bot.playground import Seen
from bot.storage.tables import TicketMessage
from bot.storage.tickets import Tickets, content_of
from tests.conftest import FrontDesk
from tests.desk.conftest import NoPacing, Posted, a, at_work, posted, queued, written

EDITS = ("editMessageText", "editMessageCaption", "editMessageMedia")


async def _edited(desk: FrontDesk, seen: Seen, text: str) -> Seen:
    """A copy once it reads like this."""
    return await (desk.anna.chat if seen.chat.is_private else desk.group).expect(lambda one: _is(one, seen, text))


def _is(one: Seen, copy: Seen, text: str) -> bool:
    return one.id == copy.id and one.text == text


async def _stored(desk: FrontDesk, seen: Seen) -> list[TicketMessage]:
    found = await desk.database.read(lambda session: Tickets(session).written(seen.chat.id, seen.id))
    return list(found)


def _calls(desk: FrontDesk) -> list[str]:
    """Edits, but for those of the card."""
    calls = [call for call in desk.telegram.calls() if call.method in EDITS]
    return [call.method for call in calls if "Обращение №" not in str(call.params.get("text"))]


async def _told(desk: FrontDesk, ticket: Posted, text: str) -> Seen:
    """An agent's words, as the subscriber sees them."""
    await desk.oleg.write_in(desk.group, text, thread=ticket.thread)
    return await desk.anna.expect(text)


async def test_an_agents_edit_changes_the_subscribers_copy(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "Приедем завтра", thread=ticket.thread)
    copy = await forum.anna.expect("Приедем завтра")
    await forum.oleg.edit(mine, "Приедем сегодня")
    seen = await _edited(forum, copy, "Олег · №1\nПриедем сегодня")
    assert seen.html.startswith("<b>Олег · №1</b>")


async def test_a_subscribers_edit_changes_the_copy_in_the_topic(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("лампочка зелёная")
    copy = await forum.group.expect("зелёная", thread=ticket.thread)
    await forum.anna.edit(mine, "лампочка красная")
    await _edited(forum, copy, "лампочка красная")
    (stored,) = await _stored(forum, mine)
    assert content_of(stored).text == "лампочка красная"
    assert isinstance(stored.edited_at, datetime)


async def test_edits_go_both_ways_in_a_group_without_topics(plain: FrontDesk, plain_ticket: Posted) -> None:
    mine = await plain.anna.write("лампочка зелёная")
    copy = await plain.group.expect("зелёная")
    await plain.anna.edit(mine, "лампочка красная")
    await _edited(plain, copy, copy.text.replace("зелёная", "красная"))
    reply = await plain.oleg.write_in(plain.group, "мастер едет", reply_to=copy)
    shown = await plain.anna.expect("мастер едет")
    await plain.oleg.edit(reply, "мастер у вас")
    await _edited(plain, shown, "Олег · №1\nмастер у вас")


@pytest.mark.parametrize("kind", ["photo", "video", "document", "audio", "animation", "voice"])
async def test_captions_are_edited_both_ways(forum: FrontDesk, ticket: Posted, kind: str) -> None:
    mine = await forum.anna.send_file(kind, None, "было")
    copy = await forum.group.expect("было", thread=ticket.thread)
    await forum.anna.edit(mine, "стало")
    await _edited(forum, copy, "стало")

    theirs = await forum.oleg.send_file(kind, None, "вижу", chat=forum.group, thread=ticket.thread)
    shown = await forum.anna.expect("вижу")
    await forum.oleg.edit(theirs, "понял")
    await _edited(forum, shown, "Олег · №1\nпонял")
    assert _calls(forum) == ["editMessageCaption"] * 2


@pytest.mark.parametrize(("before", "after"), [("photo", "video"), ("document", "photo"), ("text", "photo")])
async def test_a_file_put_in_place_of_another_takes_its_place_on_the_other_side(
    forum: FrontDesk, ticket: Posted, before: str, after: str
) -> None:
    mine = await (forum.anna.write("вот") if before == "text" else forum.anna.send_file(before, None, "вот"))
    copy = await forum.group.expect("вот", thread=ticket.thread)
    now = await forum.anna.replace_file(mine, after, "вот так")
    seen = await _edited(forum, copy, "вот так")
    assert (seen.kind, seen.file_id) == (after, now.file_id)


async def test_the_caption_of_an_albums_part_is_edited(forum: FrontDesk, ticket: Posted) -> None:
    sent = await forum.oleg.send_album(caption="три фото", kinds=["photo"] * 3, chat=forum.group, thread=ticket.thread)
    copy = await forum.anna.expect("три фото")
    await forum.oleg.edit(sent[0], "три снимка")
    await _edited(forum, copy, "Олег · №1\nтри снимка")


async def test_an_albums_header_stands_with_its_caption_wherever_that_is(forum: FrontDesk, ticket: Posted) -> None:
    photos = [await forum.oleg.send_file("photo", album="7", chat=forum.group, thread=ticket.thread)]
    photos.append(
        await forum.oleg.send_file("photo", None, "ваш роутер", album="7", chat=forum.group, thread=ticket.thread)
    )
    copy = await forum.anna.expect("ваш роутер")
    album = [seen for seen in forum.anna.chat.messages if seen.album]
    assert [seen.text for seen in album] == ["", "Олег · №1\nваш роутер"]
    await forum.oleg.edit(photos[0], "это наш")
    first = await _edited(forum, album[0], "Олег · №1\nэто наш")
    await _edited(forum, copy, "ваш роутер")
    assert first.album == copy.album


async def test_several_quick_edits_are_one_call_with_the_last_wording(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("раз")
    copy = await forum.group.expect("раз", thread=ticket.thread)
    fault = forum.telegram.faults.add("editMessageText", forum.group.id, status=500)
    for text in ("два", "три", "четыре"):
        await forum.anna.edit(mine, text)
    await _until_stored(forum, mine, "четыре")
    forum.telegram.faults.remove(fault)
    await _edited(forum, copy, "четыре")
    await queued(forum, 0)
    assert sum(sent.edited and sent.message_id == copy.id for sent in copy.chat.sent) == 1


async def test_a_message_edited_before_it_left_goes_as_it_is_now(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
    await desk.oleg.write_in(desk.group, "приедем завтра", thread=ticket.thread)
    held = await desk.oleg.write_in(desk.group, "ждите", thread=ticket.thread)
    fault = desk.telegram.faults.add("sendMessage", desk.anna.id, status=500)
    async with desk.open(NoPacing()):
        await _until_stored(desk, held, "ждите")
        await desk.oleg.edit(held, "ждите с утра")
        await _until_stored(desk, held, "ждите с утра")
    desk.telegram.faults.remove(fault)
    async with desk.open(NoPacing()):
        await desk.anna.expect("ждите с утра")
    assert not any(seen.text.endswith("ждите") for seen in desk.anna.chat.messages)
    assert not _calls(desk)


async def _until_stored(desk: FrontDesk, seen: Seen, text: str) -> None:
    async with asyncio.timeout(5):
        while not any(content_of(one).text == text for one in await _stored(desk, seen)):  # noqa: ASYNC110 - the database has no events
            await asyncio.sleep(0.02)


async def test_an_edit_of_a_message_that_was_never_delivered_is_no_error(forum: FrontDesk, ticket: Posted) -> None:
    forum.anna.block_bot()
    mine = await forum.oleg.write_in(forum.group, "едем", thread=ticket.thread)
    await forum.group.expect("абонент заблокировал бота", thread=ticket.thread)
    await forum.oleg.edit(mine, "приехали")
    await _until_stored(forum, mine, "приехали")
    await queued(forum, 0)
    assert not _calls(forum)


@pytest.mark.parametrize("refusal", ["message can't be edited", "MESSAGE_ID_INVALID", "message to edit not found"])
async def test_where_the_copy_cant_be_edited_the_new_wording_answers_it_marked(
    forum: FrontDesk, ticket: Posted, refusal: str
) -> None:
    mine = await forum.oleg.write_in(forum.group, "в среду", thread=ticket.thread)
    copy = await forum.anna.expect("в среду")
    forum.telegram.faults.add("editMessageText", forum.anna.id, times=1, status=400, description=refusal)
    await forum.oleg.edit(mine, "в пятницу")
    shown = await forum.anna.expect("в пятницу")
    assert (shown.text, shown.reply_to) == ("Олег · №1 · исправлено\nв пятницу", copy.id)
    await forum.oleg.edit(mine, "в субботу")
    await _edited(forum, shown, "Олег · №1\nв субботу")


async def test_a_copy_that_agents_deleted_comes_back_as_an_edit(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("я дома")
    copy = await forum.group.expect("я дома", thread=ticket.thread)
    await forum.oleg.delete(copy)
    await forum.anna.edit(mine, "я ушла")
    shown = await forum.group.expect("я ушла", thread=ticket.thread)
    assert shown.text == "исправлено\nя ушла"


async def test_an_edit_after_the_topic_was_deleted_makes_it_again(forum: FrontDesk, ticket: Posted) -> None:
    mine = await written(forum, forum.anna, "я дома", ticket.thread)
    assert ticket.thread is not None
    own = forum.anna.chat.message(next(seen.id for seen in forum.anna.chat.messages if seen.text == "я дома"))
    forum.group.delete_topic(ticket.thread)
    await forum.anna.edit(own, "я ушла")
    shown = await forum.group.expect("я ушла")
    assert shown.thread not in (None, ticket.thread)
    assert mine.deleted


async def test_an_edit_that_telegram_has_already_is_no_error(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("раз")
    copy = await forum.group.expect("раз", thread=ticket.thread)
    forum.telegram.faults.add("editMessageText", forum.group.id, times=1, drop="after")
    await forum.anna.edit(mine, "два")
    await _edited(forum, copy, "два")
    await queued(forum, 0)
    await forum.group.expect_nothing("не принял")


async def test_a_text_edited_to_the_longest_arrives_whole(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.oleg.write_in(forum.group, "коротко", thread=ticket.thread)
    copy = await forum.anna.expect("коротко")
    await forum.oleg.edit(mine, "й" * 4096)
    await _edited(forum, copy, "й" * 4096)


async def test_a_caption_that_grows_too_long_follows_its_file_and_comes_back_when_it_fits(
    forum: FrontDesk, ticket: Posted
) -> None:
    mine = await forum.anna.send_photo("коротко")
    photo = await forum.group.expect("коротко", thread=ticket.thread)
    await forum.anna.edit(mine, "д" * 2000)
    words = await forum.group.expect("ддд", thread=ticket.thread)
    assert (words.kind, words.reply_to) == ("text", photo.id)
    await _edited(forum, photo, "")
    await forum.anna.edit(mine, "снова коротко")
    await _edited(forum, photo, "снова коротко")
    await queued(forum, 0)
    assert words.deleted


async def test_formatting_and_preview_follow_an_edit(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.write("жирное слово", entities=[{"type": "bold", "offset": 0, "length": 6}])
    copy = await forum.group.expect("жирное", thread=ticket.thread)
    await forum.anna.edit(mine, "простое слово")
    assert (await _edited(forum, copy, "простое слово")).entities == []


async def test_a_note_stays_a_note_whatever_is_made_of_it(forum: FrontDesk, ticket: Posted) -> None:
    note = await forum.oleg.write_in(forum.group, "// скандалит", thread=ticket.thread)
    await forum.oleg.edit(note, "// скандалит второй день")
    await forum.oleg.edit(note, "скандалит третий день")
    await forum.group.expect("Правка осталась в группе", thread=ticket.thread)
    await _told(forum, ticket, "едем")
    assert not any("скандалит" in seen.text for seen in forum.anna.chat.messages)


@pytest.mark.parametrize("note", ["// это для своих", "/note это для своих"])
async def test_a_message_made_a_note_is_taken_back_and_stays_back(forum: FrontDesk, ticket: Posted, note: str) -> None:
    mine = await forum.oleg.write_in(forum.group, "денег у них нет", thread=ticket.thread)
    copy = await forum.anna.expect("денег у них нет")
    await forum.oleg.edit(mine, note)
    await forum.group.expect("Теперь это заметка", thread=ticket.thread)
    await queued(forum, 0)
    assert copy.deleted
    await forum.oleg.edit(mine, "деньги есть")
    await forum.group.expect("Правка осталась в группе", thread=ticket.thread)
    await _told(forum, ticket, "едем")
    assert not any(word in seen.text for seen in forum.anna.chat.messages for word in ("для своих", "деньги"))


async def test_a_captions_edit_into_a_note_takes_the_album_back(forum: FrontDesk, ticket: Posted) -> None:
    sent = await forum.oleg.send_album(caption="их щиток", chat=forum.group, thread=ticket.thread)
    await forum.anna.expect("их щиток")
    await forum.oleg.edit(sent[0], "// их щиток")
    await forum.group.expect("Теперь это заметка", thread=ticket.thread)
    await queued(forum, 0)
    assert not [seen for seen in forum.anna.chat.messages if seen.kind == "photo"]


async def test_edits_in_one_ticket_change_nothing_in_another(forum: FrontDesk, ticket: Posted) -> None:
    other = await posted(forum, forum.boris, "Телевизор не показывает")
    mine = await forum.anna.write("моё слово")
    theirs = await forum.boris.write("моё слово")
    copy = await forum.group.expect("моё слово", thread=ticket.thread)
    kept = await forum.group.expect("моё слово", thread=other.thread)
    await forum.anna.edit(mine, "другое слово")
    await _edited(forum, copy, "другое слово")
    assert (kept.text, theirs.text) == ("моё слово", "моё слово")


async def test_an_edit_elsewhere_in_the_group_or_of_a_question_goes_to_no_ticket(
    forum: FrontDesk, ticket: Posted
) -> None:
    talk = await forum.oleg.write_in(forum.group, "кто обедать?")
    await forum.oleg.edit(talk, "кто ужинать?")
    await _told(forum, ticket, "едем")
    assert not any("ужинать" in seen.text for seen in forum.anna.chat.messages)
    await forum.group.expect_nothing("Правка осталась")


async def test_an_edit_made_while_the_bot_was_away_arrives_after_the_message(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
    mine = await desk.anna.write("раз")
    await desk.anna.edit(mine, "два")
    async with desk.open(NoPacing()):
        copy = await desk.group.expect(lambda seen: seen.thread == ticket.thread and seen.text in ("раз", "два"))
        await _edited(desk, copy, "два")
    assert sum(seen.text in ("раз", "два") for seen in desk.group.messages(ticket.thread)) == 1


async def test_a_live_location_does_not_flood_the_topic(forum: FrontDesk, ticket: Posted) -> None:
    mine = await forum.anna.send_location(55.5, 37.5)
    await forum.group.expect(a("location"), thread=ticket.thread)
    raw = mine.chat.messages[mine.id]
    raw["location"] = {"latitude": 55.6, "longitude": 37.6, "live_period": 600}
    await forum.anna.edit(mine, "")
    await written(forum, forum.anna, "еду", ticket.thread)
    await queued(forum, 0)
    assert not _calls(forum)


def _flagged(kind: str, seen: Seen, **flags: Any) -> dict[str, Any]:
    return {kind: seen.raw[kind], "caption": "под чехлом", **flags}


async def test_spoilers_captions_above_and_previews_go_along(forum: FrontDesk, ticket: Posted) -> None:
    photo = await forum.anna.send_photo("обычное")
    copy = await forum.group.expect("обычное", thread=ticket.thread)
    assert "has_media_spoiler" not in copy.raw
    flags = {"has_media_spoiler": True, "show_caption_above_media": True}
    await forum.anna.send_raw(_flagged("photo", photo, **flags))
    veiled = await forum.group.expect("под чехлом", thread=ticket.thread)
    assert {name: veiled.raw.get(name) for name in flags} == flags

    quiet = {"text": "https://a.ru", "link_preview_options": {"is_disabled": True}}
    await forum.oleg.send_raw(quiet, chat=forum.group, thread=ticket.thread)
    assert (await forum.anna.expect("a.ru")).raw["link_preview_options"]["is_disabled"] is True
    await forum.oleg.write_in(forum.group, "https://b.ru", thread=ticket.thread)
    assert (await forum.anna.expect("b.ru")).raw.get("link_preview_options", {}).get("is_disabled") is not True


async def test_flags_survive_in_an_album_and_through_an_edit(forum: FrontDesk, ticket: Posted) -> None:
    sample = await forum.anna.send_photo()
    flags = {"has_media_spoiler": True, "show_caption_above_media": True}
    sent = [await forum.anna.send_raw({**_flagged("photo", sample, **flags), "media_group_id": "9"}) for _ in range(2)]
    copy = await forum.group.expect("под чехлом", thread=ticket.thread)
    assert {name: copy.raw.get(name) for name in flags} == flags
    await forum.anna.edit(sent[0], "под другим")
    seen = await _edited(forum, copy, "под другим")
    assert {name: seen.raw.get(name) for name in flags} == flags


async def test_what_waits_for_a_ticket_goes_as_it_was_edited(forum: FrontDesk) -> None:
    mine = await forum.boris.send_photo("кабель порван")
    asked = await forum.boris.expect("Куда это передать")
    await forum.boris.edit(mine, "кабель перегрызен")
    ticket = await posted(forum, forum.boris)
    await forum.boris.press_data(asked, f"ka:1:{ticket.number}")
    await forum.group.expect("кабель перегрызен", thread=ticket.thread)
