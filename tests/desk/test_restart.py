"""The bot stops and starts again in the middle of things."""

from tests.conftest import FrontDesk
from tests.desk.conftest import NoPacing, at_work, posted, queued


async def test_what_was_written_while_the_bot_was_away_arrives_in_order(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
    for number in range(3):
        await desk.anna.write(f"от Анны {number}")
        await desk.oleg.write_in(desk.group, f"от Олега {number}", thread=ticket.thread)
    async with desk.open(NoPacing()):
        await desk.anna.expect("от Олега 2")
        await desk.group.expect("от Анны 2", thread=ticket.thread)
    mine = [seen.text[-1] for seen in desk.anna.chat.messages if "\nот Олега" in seen.text]
    theirs = [seen.text[-1] for seen in desk.group.messages(ticket.thread) if seen.text.startswith("от Анны")]
    assert (mine, theirs) == (["0", "1", "2"], ["0", "1", "2"])


async def test_an_album_cut_in_two_by_a_restart_arrives_whole_and_once(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
        first = await desk.oleg.send_file("photo", album="77", chat=desk.group, thread=ticket.thread)
        await queued(desk, 1)
    rest = [await desk.oleg.send_file("photo", album="77", chat=desk.group, thread=ticket.thread) for _ in range(2)]
    async with desk.open(NoPacing()):
        await desk.oleg.write_in(desk.group, "вот", thread=ticket.thread)
        await desk.anna.expect("вот")
    arrived = [seen.file_id for seen in desk.anna.chat.messages if seen.kind == "photo"]
    assert arrived == [seen.file_id for seen in [first, *rest]]


async def test_a_ticket_claimed_just_before_a_stop_is_told_of_after_it(closed_desk: FrontDesk) -> None:
    desk = closed_desk
    async with at_work(desk):
        ticket = await posted(desk, desk.anna)
        fault = desk.telegram.faults.add("sendMessage", desk.anna.id, status=500)
        await desk.oleg.press(ticket.card, "Взять")
    desk.telegram.faults.remove(fault)
    async with desk.open(NoPacing()):
        await desk.anna.expect("занимается Олег")
    assert sum("занимается" in seen.text for seen in desk.anna.chat.messages) == 1
