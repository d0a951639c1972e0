"""The admin's part."""

from bot.tour.cast import Cast, check


async def watches(cast: Cast) -> None:
    """Администратор: узнаёт о сообщении, которое не удалось обработать, и видит состояние бота."""
    admin = cast.admin
    await admin.start()
    await admin.write("/admin")
    status = await admin.expect("Состояние")
    check("Отложено из-за ошибок: 1" in status.text, "отложенное сообщение посчитано")


ADMIN = (watches,)
