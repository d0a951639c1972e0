"""A FAQ edited on disk is in force within a second, on every replica; a broken one changes nothing and is told."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from weakref import ref

import pytest
from dishka import Provider, Scope, provide
from pydantic import SecretStr

from bot.faq.library import Library
from bot.faq.versions.press import Files
from bot.faq.versions.renewal import Renewal
from bot.faq.versions.source import FaqSource
from bot.ops.scheduler import ticking
from bot.ops.watch import watching
from bot.service import RENEW_EVERY
from bot.settings import Settings
from bot.wiring import make_container
from tests.admin.conftest import PATIENCE, House, confirmed, uploaded
from tests.admin.test_upload import GOLD, golden
from tests.conftest import FAQ, copied, made_desk
from tests.storage.postgres import postgres_url


async def soon(true: Callable[[], Awaitable[bool]]) -> None:
    """Waits until something is true."""
    async with asyncio.timeout(PATIENCE):
        while not await true():  # noqa: ASYNC110 - neither disk nor database rings a bell
            await asyncio.sleep(0.02)


def replaced(file: Path, text: str) -> None:
    """Saves a file as most editors do: a new one takes the old one's place."""
    beside = file.with_suffix(".new")
    beside.write_text(text)
    beside.replace(file)


def rewritten(file: Path, text: str) -> None:
    """Saves a file as others do: in its place."""
    file.write_text(text)


@pytest.mark.parametrize("save", [replaced, rewritten])
async def test_an_edit_on_disk_is_in_force_within_a_second(house: House, save: Callable[[Path, str], None]) -> None:
    """The quickest of three: what else runs on this machine is no matter here."""
    text, took = house.faq.read_text(), []
    for number in range(3):
        save(house.faq, text.replace("Картой, по СБП", f"Вариант {number}"))
        took.append(await house.comes_to_answer("как оплатить интернет", f"Вариант {number}"))
    assert min(took) < 1
    newest = await house.newest()
    assert (newest.id, newest.source, newest.note) == (4, "file", {"added": 0, "changed": 1, "removed": 0})


async def test_a_broken_file_is_told_once_and_the_last_good_one_answers(house: House) -> None:
    good = golden(house)
    house.faq.write_text(good.replace("    question:", "    qestion:", 1))
    for admin in (house.dima, house.ira):
        told = await admin.expect("прочитать его нельзя")
        assert "Строка 5, место 14: неизвестный ключ «qestion»" in told.text
        assert "Похоже, это «question»" in told.text
    await house.answers("как оплатить интернет", "Картой, по СБП")
    os.utime(house.faq)
    await house.dima.expect_nothing("прочитать его нельзя", 1)
    house.faq.write_text(good)
    await house.comes_to_answer("как оплатить интернет", GOLD)


async def test_a_file_that_goes_away_is_told_and_answers_stay(house: House) -> None:
    house.faq.unlink()
    await house.dima.expect("файл не открывается")
    await house.answers("как оплатить интернет", "Картой, по СБП")


async def test_synonyms_are_read_anew_and_broken_ones_are_told(house: House) -> None:
    synonyms = house.desk.settings.synonyms_path
    synonyms.write_text('version: 1\ngroups:\n  - ["пароль", "шмурдяк"]\n')
    await house.comes_to_answer("сменить шмурдяк от вайфай", "Смените ключ сети")
    synonyms.write_text("version: 1\ngroups: шмурдяк\n")
    told = await house.dima.expect("synonyms.yaml")
    assert "Строка 2" in told.text
    await house.anna.write("сменить шмурдяк от вайфай")
    await house.anna.expect("Смените ключ сети")


async def test_what_the_bot_wrote_itself_is_no_new_version(house: House) -> None:
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    await asyncio.sleep(1)
    assert (await house.newest()).id == 2


async def test_a_file_put_back_to_what_it_held_before_is_a_new_version(house: House) -> None:
    first = house.faq.read_text()
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    replaced(house.faq, first)
    await house.comes_to_answer("как оплатить интернет", "Картой, по СБП")
    assert (await house.newest()).id == 3


async def test_a_file_edited_meanwhile_is_not_written_over(house: House) -> None:
    """It can't be used, so that the version in force stays the one that the change was made from."""
    proposal = await uploaded(house.dima, golden(house))
    house.faq.write_text("entries: []\n# в работе\n")
    await house.dima.expect("прочитать его нельзя")
    done = await confirmed(house.dima, proposal)
    assert "на диске прежний" in done.text
    assert house.faq.read_text() == "entries: []\n# в работе\n"
    await house.answers("как оплатить интернет", GOLD)
    await house.dima.press(done, "Скачать файл")
    file = await house.dima.expect(lambda seen: seen.kind == "document")
    assert file.raw["document"]["file_name"] == "faq.v2.yaml"


async def test_the_mode_of_the_file_stays(house: House) -> None:
    house.faq.chmod(0o640)
    await confirmed(house.dima, await uploaded(house.dima, golden(house)))
    assert house.faq.stat().st_mode & 0o777 == 0o640


async def test_a_file_edited_past_a_change_from_the_chat_wins_and_admins_are_told(tmp_path: Path) -> None:
    class Guarded(Provider):
        @provide(scope=Scope.APP, override=True)
        def files(self, settings: Settings) -> Files:
            return Files(FaqSource(settings.faq_path, may_write=False), settings.synonyms_path, settings.talk_path)

    async with made_desk(tmp_path, own_faq=True) as desk, desk.open(Guarded()):
        dima = desk.telegram.person(3001, "Дима")
        house = House(desk, dima, dima, desk.settings.faq_path)
        await dima.start()
        assert "на диске прежний" in (await confirmed(dima, await uploaded(dima, golden(house)))).text
        house.faq.write_text(house.faq.read_text() + "# правка\n")
        told = await dima.expect("в силе версия 3")
        assert "Версия 2 (Дима) была сделана в чате" in told.text


async def test_a_restart_takes_in_what_was_edited_meanwhile_and_nothing_else(tmp_path: Path) -> None:
    async with made_desk(tmp_path, own_faq=True) as desk:
        anna, dima = desk.anna, desk.telegram.person(3001, "Дима")
        house = House(desk, dima, dima, desk.settings.faq_path)
        async with desk.open():
            await dima.start()
            await confirmed(dima, await uploaded(dima, golden(house)))
        async with desk.open():
            assert (await house.newest()).id == 2
        house.faq.write_text(house.faq.read_text().replace(GOLD, "Только серебром."))
        async with desk.open():
            assert (await house.newest()).id == 3
            await anna.start()
            await house.answers("как оплатить интернет", "Только серебром")


async def test_a_start_with_a_broken_file_goes_on_with_the_version_in_force(tmp_path: Path) -> None:
    async with made_desk(tmp_path, own_faq=True) as desk:
        dima = desk.telegram.person(3001, "Дима")
        async with desk.open():
            await dima.start()
            await dima.expect("Здравствуйте")
        desk.settings.faq_path.write_text("entries: [")
        async with desk.open():
            await dima.expect("прочитать его нельзя")
            await desk.anna.start()
            await desk.anna.write("как оплатить интернет")
            await desk.anna.expect("Картой, по СБП")


@asynccontextmanager
async def replica(settings: Settings) -> AsyncIterator[Library]:
    """Another process of the same installation, as far as its FAQ goes."""
    container = make_container(settings)
    try:
        library = await container.get(Library)
        renewal, files = await container.get(Renewal), await container.get(Files)
        async with (
            ticking(settings.zone, {"faq": (renewal.tick, RENEW_EVERY)}),
            watching(files.all, renewal.tick),
        ):
            yield library
    finally:
        await container.close()


async def answered(library: Library, words: str) -> bool:
    """Whether a replica answers so."""
    return words in library.book.catalogue.by_id["pay-methods"].answer


async def test_two_replicas_with_disks_of_their_own_have_the_same_faq(tmp_path: Path) -> None:
    """A change from the chat reaches both, and isn't undone when the other one starts again with its old file."""
    folder = tmp_path / "second"
    folder.mkdir()
    async with postgres_url() as url, made_desk(tmp_path, own_faq=True, database_url=SecretStr(url)) as desk:
        dima = desk.telegram.person(3001, "Дима")
        house = House(desk, dima, dima, desk.settings.faq_path)
        second = desk.settings.model_copy(update={"faq_path": copied(FAQ, folder)})
        async with desk.open():
            await dima.start()
            async with replica(second) as library:
                await confirmed(dima, await uploaded(dima, golden(house)))
                await soon(lambda: answered(library, GOLD))
                assert second.faq_path.read_text() == FAQ.read_text()
            async with replica(second) as library:
                assert await answered(library, GOLD)
                assert (await house.newest()).id == 2
                second.faq_path.write_text(golden(house).replace(GOLD, "Только серебром."))
                await soon(lambda: answered(library, "серебром"))
                await asyncio.sleep(RENEW_EVERY + 1)
                await desk.anna.start()
                await house.answers("как оплатить интернет", "Только серебром")
                assert (await house.newest()).id == 3


async def test_replicas_that_see_one_new_file_together_make_one_version(tmp_path: Path) -> None:
    async with postgres_url() as url, made_desk(tmp_path, own_faq=True, database_url=SecretStr(url)) as desk:
        house = House(desk, desk.anna, desk.anna, desk.settings.faq_path)
        async with replica(desk.settings) as one, replica(desk.settings) as other:
            assert (await house.newest()).id == 1
            replaced(house.faq, golden(house))
            for library in (one, other):
                await soon(partial(answered, library, GOLD))
            assert (await house.newest()).id == 2


async def test_books_of_yesterday_leave_no_trace_in_memory(tmp_path: Path) -> None:
    async with made_desk(tmp_path, own_faq=True) as desk, replica(desk.settings) as library:
        faq, text = desk.settings.faq_path, desk.settings.faq_path.read_text()
        books = []
        for number in range(5):
            books.append(ref(library.book))
            faq.write_text(text.replace("Картой, по СБП", f"Вариант {number}"))
            await soon(partial(answered, library, f"Вариант {number}"))

        async def gone() -> bool:
            return all(book() is None for book in books[:-1])

        await soon(gone)


async def test_a_file_behind_links_that_are_swapped_is_noticed(tmp_path: Path) -> None:
    """As Kubernetes renews mounted files: the folder behind a link is another one, and the old one goes away."""
    first, second, mounted = (tmp_path / name for name in ("..first", "..second", "mounted"))
    for folder in (first, second, mounted):
        folder.mkdir()
    (mounted / "..data").symlink_to(first)
    text = copied(FAQ, first).read_text()
    (mounted / "faq.yaml").symlink_to(Path("..data") / "faq.yaml")
    async with made_desk(tmp_path, own_faq=True, faq_path=mounted / "faq.yaml") as desk, replica(desk.settings) as one:
        (second / "faq.yaml").write_text(text.replace("Картой, по СБП", "Только серебром"))
        (mounted / "..new").symlink_to(second)
        (mounted / "..new").replace(mounted / "..data")
        shutil.rmtree(first)
        await soon(partial(answered, one, "серебром"))


async def test_a_link_to_the_file_stays_one_when_a_change_is_written_back(tmp_path: Path) -> None:
    behind = tmp_path / "behind"
    behind.mkdir()
    (tmp_path / "link.yaml").symlink_to(copied(FAQ, behind))
    async with made_desk(tmp_path, own_faq=True, faq_path=tmp_path / "link.yaml") as desk, desk.open():
        dima = desk.telegram.person(3001, "Дима")
        house = House(desk, dima, dima, desk.settings.faq_path)
        await dima.start()
        new = golden(house)
        await confirmed(dima, await uploaded(dima, new))
        assert house.faq.is_symlink()
        assert (behind / "faq.yaml").read_text() == new
