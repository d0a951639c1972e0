"""The admin's part."""

from collections.abc import Callable

from bot.playground import Seen, Upload
from bot.tour.cast import Cast, check

PATIENCE = 15.0
QUESTION = "где взять бублик с маком"
ANSWER = "Бублики у нас в офисе"
ENTRY = f"""
  - id: bagels
    category: bot
    question: {QUESTION}
    answer: {ANSWER}, у стойки.
"""
UNANSWERED = "какая глубина у марианской впадины"
LEARNT = "Почти одиннадцать километров."


def window(words: str) -> Callable[[Seen], bool]:
    """A screen with these words and with buttons."""
    return lambda seen: words in seen.text and bool(seen.buttons)


async def watches(cast: Cast) -> None:
    """Администратор: узнаёт о сообщении, которое не удалось обработать, и видит состояние бота."""
    admin = cast.admin
    await admin.start()
    await admin.write("/admin")
    status = await admin.expect("Состояние")
    check("Отложено из-за ошибок: 1" in status.text, "отложенное сообщение посчитано")


async def renews_faq(cast: Cast) -> None:
    """Администратор: скачивает базу ответов, правит и присылает обратно, видит разницу и вводит её в силу."""
    admin, katya = cast.admin, cast.stranger
    text = await _faq_in_force(cast)
    await _send_faq(cast, text.replace("\n    answer:", "\n    anwser:", 1))
    broken = await admin.expect(window("ошибк"), PATIENCE)
    check("anwser" in broken.text and "Строка" in broken.text, "в сломанном файле названы место и ошибка")
    await _send_faq(cast, text + ENTRY)
    difference = await admin.expect(window("Что изменится"), PATIENCE)
    check("Добавится: 1" in difference.text, "видно, что добавится")
    await katya.write(QUESTION)
    await katya.expect_nothing(ANSWER)
    await admin.press(difference, "Ввести в силу")
    await admin.expect("в силе версия 2", PATIENCE)
    await katya.write(QUESTION)
    await katya.expect(ANSWER)
    await admin.write("/admin")
    await admin.press(await admin.expect(window("Состояние")), "База ответов")
    await admin.press(await admin.expect(window("В силе версия 2")), "История")
    history = await admin.expect(window("История версий"))
    check("Дмитрий" in history.text, "в истории видно, кто и когда")


async def _faq_in_force(cast: Cast) -> str:
    """The file as the bot gives it out."""
    admin = cast.admin
    await admin.write("/admin")
    await admin.press(await admin.expect(window("Состояние")), "База ответов")
    await admin.press(await admin.expect(window("В силе версия")), "Скачать файл")
    file = await admin.expect(lambda seen: seen.kind == "document")
    return cast.telegram.world.files.get(file.file_id or "").content.decode()


async def _send_faq(cast: Cast, text: str) -> None:
    """Sends a file where the bot asks for one."""
    admin = cast.admin
    await admin.write("/admin")
    await admin.press(await admin.expect(window("Состояние")), "База ответов")
    await admin.press(await admin.expect(window("В силе версия")), "Загрузить")
    await admin.expect("Пришлите файл базы")
    await admin.send_document(file=Upload(text.encode(), "faq.yaml", "application/yaml"))


async def learns(cast: Cast) -> None:
    """Администратор: смотрит, чего не хватает в базе, заводит ответ на то, что спрашивали зря, и смотрит график."""
    admin, katya = cast.admin, cast.stranger
    await katya.write(UNANSWERED)
    await katya.expect("нет готового ответа")
    await admin.write("/admin")
    await admin.press(await admin.expect(window("Состояние")), "Пробелы")
    gaps = await admin.expect(window("Пробелы за неделю"), PATIENCE)
    check("без хорошего ответа" in gaps.text, "вопросы без ответа собраны")
    await admin.press(gaps, UNANSWERED)
    await admin.press(await admin.expect(window(UNANSWERED)), "Завести ответ")
    await admin.press(await admin.expect(window("Новый вопрос")), "Оставить")
    await admin.press(await admin.expect(window("В какой раздел?")), "Этот бот")
    await admin.expect(window("Напишите ответ"))
    await admin.write(LEARNT)
    await admin.press(await admin.expect(window("Ключевые слова")), "Без ключевых слов")
    await admin.press(await admin.expect(window("Короткое имя")), "Оставить")
    await admin.press(await admin.expect(window("Что изменится"), PATIENCE), "Ввести в силу")
    await admin.expect("в силе версия 3", PATIENCE)
    await katya.write(UNANSWERED)
    await katya.expect(LEARNT)
    await admin.write("/admin")
    await admin.press(await admin.expect(window("Состояние")), "График")
    chart = await admin.expect(lambda seen: seen.kind == "photo", PATIENCE)
    check("На этой неделе без сотрудника" in chart.text, "картинка с цифрами пришла")


ADMIN = (watches, renews_faq, learns)
