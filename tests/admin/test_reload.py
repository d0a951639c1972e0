"""A FAQ edited on disk is in force within a second; a broken one changes nothing and is told to the admins."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import FrontDesk, made_desk


@pytest.fixture
async def edited(tmp_path: Path) -> AsyncIterator[FrontDesk]:
    """A desk with a FAQ of its own."""
    async with made_desk(tmp_path, own_faq=True) as desk, desk.open():
        await desk.anna.start()
        await desk.anna.expect("Здравствуйте")
        yield desk


async def test_an_edit_on_disk_is_in_force_within_a_second(edited: FrontDesk) -> None:
    faq = edited.settings.faq_path
    faq.write_text(faq.read_text().replace("Картой, по СБП", "Только золотом"))
    await asyncio.sleep(1)
    await edited.anna.write("как оплатить интернет")
    await edited.anna.expect("Только золотом")
