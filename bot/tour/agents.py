"""The agents' part, in a forum and in a plain group."""

import asyncio
from collections.abc import Callable

from bot.playground import Seen
from bot.playground.actor import Place
from bot.tour.cast import Cast, check

PATIENCE = 20.0
KINDS = ("photo", "document", "video", "video_note", "sticker", "location", "contact")


async def topic_and_card(cast: Cast) -> None:
    """Группа: обращение стало темой с карточкой, фотографии пришли одним альбомом."""
    topic = await cast.group.expect_topic("№1", timeout=PATIENCE)
    card = await cast.group.expect("Обращение №1", PATIENCE, thread=topic.id)
    check("100201" in card.text and "<лампочка>" in card.text, "договор и описание в карточке")
    photos = await _photos(cast, topic.id, 3)
    check(len({photo.album for photo in photos}) == 1, "фотографии — один альбом")


async def _photos(cast: Cast, thread: int, count: int) -> list[Seen]:
    for _ in range(100):
        photos = [seen for seen in cast.group.messages(thread) if seen.kind == "photo"]
        if len(photos) >= count:
            return photos
        await asyncio.sleep(0.1)
    raise AssertionError(f"в теме не появилось {count} фото")


async def claims_and_talks(cast: Cast) -> None:
    """Сотрудник берёт обращение и переписывается: текст с разметкой, альбом, голос, место, ответ на сообщение."""
    maria, oleg, vera, group = cast.subscriber, cast.agent, cast.colleague, cast.group
    topic = group.topic("№1")
    card = next(seen for seen in group.messages(topic.id) if "Обращение №1" in seen.text)
    await oleg.press(card, "Взять")
    await maria.expect("занимается Олег", PATIENCE)
    refused = await vera.press_data(card, "da:claim:1")
    check("уже взял" in refused.text and refused.show_alert, "взятое обращение остаётся у первого")
    bold = [{"type": "bold", "offset": 0, "length": 11}]
    await oleg.write("Перезапустите роутер, пожалуйста", entities=bold, chat=group, thread=topic.id)
    said = await maria.expect("Перезапустите роутер", PATIENCE)
    check("<b>Перезапуст" in said.html, "разметка сохранилась")
    await maria.write("Перезапустила, не помогло", reply_to=said)
    answered = await group.expect("Перезапустила", PATIENCE, thread=topic.id)
    check(answered.reply_to is not None, "ответ стоит под тем сообщением, на которое отвечали")
    await maria.send_voice()
    await group.expect(lambda seen: seen.kind == "voice", PATIENCE, thread=topic.id)
    await oleg.send_album(2, caption="Сделайте так", chat=group, thread=topic.id)
    await maria.expect("Сделайте так", PATIENCE)
    await oleg.send_location(chat=group, thread=topic.id)
    await maria.expect(lambda seen: seen.kind == "location", PATIENCE)
    await oleg.write_in(group, "// клиент сердится, будьте мягче", thread=topic.id)
    await maria.expect_nothing("сердится", 2.0)


def _of(kind: str) -> Callable[[Seen], bool]:
    return lambda seen: seen.kind == kind


async def every_kind(cast: Cast) -> None:
    """Всё, что можно прислать, доходит в обе стороны; анонимный администратор пишет от имени поддержки."""
    maria, oleg, group = cast.subscriber, cast.agent, cast.group
    topic = group.topic("№1").id
    await maria.send_photo("фото")
    await maria.send_document("файл больше 20 МБ", size=30_000_000)
    await maria.send_video("видео")
    await maria.send_video_note()
    await maria.send_sticker()
    await maria.send_location()
    await maria.send_contact("+79991112233")
    for kind in KINDS:
        await group.expect(_of(kind), PATIENCE, thread=topic)
    place = Place(chat=group, thread=topic)
    await oleg.send_photo("фото", **place)
    await oleg.send_document("файл", **place)
    await oleg.send_video("видео", **place)
    await oleg.send_video_note(**place)
    await oleg.send_sticker(**place)
    await oleg.send_location(**place)
    await oleg.send_contact("+79991112233", **place)
    await oleg.write_in(group, "Это я, но анонимно", thread=topic, anonymous=True)
    for kind in KINDS:
        await maria.expect(_of(kind), PATIENCE)
    said = await maria.expect("но анонимно", PATIENCE)
    check("Поддержка" in said.text, "имя анонимного администратора не раскрыто")
    await oleg.write_in(group, "/claim", thread=topic, anonymous=True)
    await group.expect("анонимно", PATIENCE, thread=topic)


async def resolves(cast: Cast) -> None:
    """Решено: абонент узнаёт об этом, «спасибо» не открывает обращение снова, новая жалоба — открывает."""
    maria, oleg, group = cast.subscriber, cast.agent, cast.group
    topic = group.topic("№1")
    await oleg.write_in(group, "/resolve", thread=topic.id)
    await maria.expect("№1 решено", PATIENCE)
    await maria.write("спасибо")
    await group.expect("спасибо", PATIENCE, thread=topic.id)
    await maria.write("опять пропал интернет")
    await maria.expect("открыто снова", PATIENCE)
    await group.expect("открыто снова", PATIENCE, thread=topic.id)


async def topic_heals(cast: Cast) -> None:
    """Тему удалили: бот создаёт её заново с карточкой и доставляет то, что не дошло."""
    maria, group = cast.subscriber, cast.group
    group.delete_topic(group.topic("№1").id)
    await maria.write("есть кто живой?")
    topic = await group.expect_topic("№1", timeout=PATIENCE)
    await group.expect("Обращение №1", PATIENCE, thread=topic.id)
    await group.expect("есть кто живой?", PATIENCE, thread=topic.id)


async def works_by_replies(cast: Cast) -> None:
    """Обычная группа без тем: то же самое ответами на карточку."""
    maria, oleg, group = cast.subscriber, cast.agent, cast.group
    await maria.start()
    await maria.write("/ticket")
    topics = await maria.expect("О чём оно?")
    await maria.press(topics, "Wi-Fi")
    await maria.expect("Опишите")
    await maria.write("вайфай не ловит на кухне")
    files = await maria.expect("Пришлите фото")
    await maria.press(files, "Без файлов")
    phone = await maria.expect("По какому номеру")
    await maria.press(phone, "Не звонить")
    summary = await maria.expect("Проверьте и отправьте")
    await maria.press(summary, "Отправить")
    card = await group.expect("Обращение №1", PATIENCE)
    await oleg.write_in(group, "Обед в час, коллеги")
    await oleg.write_in(group, "Поставьте роутер повыше", reply_to=card)
    said = await maria.expect("Поставьте роутер повыше", PATIENCE)
    check(not [seen for seen in maria.chat.messages if "Обед" in seen.text], "разговоры сотрудников не уходят абоненту")
    await maria.write("Сейчас попробую", reply_to=said)
    answer = await group.expect("Сейчас попробую", PATIENCE)
    await oleg.write_in(group, "/resolve", reply_to=answer)
    await maria.expect("№1 решено", PATIENCE)


DESK = (topic_and_card, claims_and_talks, every_kind, resolves, topic_heals)
PLAIN = (works_by_replies,)
