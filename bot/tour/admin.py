"""The admin's part."""

from bot.tour.cast import Cast, check


async def watches(cast: Cast) -> None:
    """Администратор: узнаёт о сообщении, которое не удалось обработать, и видит состояние бота."""
    admin = cast.admin
    await admin.start()
    await admin.write("/admin")
    status = await admin.expect("Состояние")
    check("Отложено из-за ошибок: 1" in status.text, "отложенное сообщение посчитано")


async def learns(cast: Cast) -> None:
    """Администратор: смотрит, чего не хватает в базе ответов и сколько вопросов обошлось без сотрудника."""
    admin = cast.admin
    await admin.write("/admin")
    await admin.press(await admin.expect("Состояние"), "Пробелы")
    gaps = await admin.expect("Пробелы за неделю")
    check("без хорошего ответа" in gaps.text, "вопросы без ответа собраны")
    await admin.press(gaps, "График")
    chart = await admin.expect(lambda seen: seen.kind == "photo", 15)
    check("На этой неделе без сотрудника" in chart.text, "картинка с цифрами пришла")


ADMIN = (watches, learns)
