"""The subscriber's part."""

from bot.conversation.ask import SHOWN
from bot.tour.cast import Cast, check


async def asks(cast: Cast) -> None:
    """Абонент спрашивает: ответ, варианты на выбор, «не знаю» и предложение позвать человека."""
    katya = cast.stranger
    await katya.start()
    await katya.expect("Спросите своими словами")
    await katya.write("Как оплатить интернет?")
    answer = await katya.expect("/pay")
    check(answer.button("Оплатить"), "под ответом есть кнопка действия")
    await katya.press(answer, "👎 Не помогло")
    others = await katya.expect("может быть, вы об этом")
    check(others.button("Отправить вопрос сотруднику"), "не помогло — другие ответы и сотрудник")
    await katya.write("/faq")
    categories = await katya.expect("Частые вопросы")
    await katya.press(categories, "Wi-Fi")
    await katya.expect("Wi-Fi")
    await katya.write("пароль")
    unsure = await katya.expect("Вы об этом?")
    check(1 < len(unsure.buttons) <= SHOWN + 1, "до трёх вопросов на выбор и сотрудник")
    await katya.write("какая глубина у марианской впадины")
    unknown = await katya.expect("нет готового ответа")
    await katya.press(unknown, "Отправить вопрос сотруднику")
    dialog = await katya.expect("О чём оно?")
    await katya.press(dialog, "Другое")
    files = await katya.expect("Пришлите фото")
    await katya.press(files, "Без файлов")
    phone = await katya.expect("По какому номеру")
    await katya.press(phone, "Не звонить")
    summary = await katya.expect("Проверьте и отправьте")
    check("марианской" in summary.text, "вопрос уже записан в обращение")
    await katya.press(summary, "Отменить")
    await katya.expect("не отправлено")


async def asks_elsewhere(cast: Cast) -> None:
    """В других чатах: поиск по мере набора и ответы в группе, где бота назвали по имени."""
    katya = cast.stranger
    neighbours = cast.telegram.group(-1001000000077, "Соседи", members=[katya, cast.debtor])
    found = await katya.inline("автопл")
    check("автоплат" in found.titles[0], "недописанное слово понято")
    posted = await katya.choose(found.results[0], "автопл", chat=neighbours)
    check(posted.button("Открыть в боте").url, "из чужого чата есть дорога в бота")
    await katya.write_in(neighbours, "@biletik_bot как оплатить интернет?")
    await neighbours.expect("/pay")
    await cast.debtor.write_in(neighbours, "а я картой плачу")
    await neighbours.expect_nothing(seconds=0.2)


async def signs_in(cast: Cast) -> None:
    """Вход: чужой контакт и незнакомый номер получают отказ, свой контакт находит договоры."""
    katya, maria, pavel = cast.stranger, cast.subscriber, cast.debtor
    await katya.write("/balance")
    await katya.expect("Войдите по номеру")
    await katya.write("/login")
    await katya.expect("Поделиться номером")
    await katya.send_contact("+79990000001", user_id=maria.id)
    await katya.expect("чужой контакт")
    await katya.share_contact()
    await katya.expect("ничего не нашлось")
    await maria.start()
    await maria.expect("Здравствуйте")
    await maria.write("/login")
    await maria.expect("Поделиться номером")
    await maria.share_contact()
    await maria.expect("Вижу 2 договора")
    await pavel.start()
    await pavel.write("/login")
    await pavel.expect("Поделиться номером")
    await pavel.share_contact()
    await pavel.expect("Вижу 1 договор")


async def looks_at_account(cast: Cast) -> None:
    """Баланс и тариф: сумма, списание, сколько внести, скорость и услуги."""
    maria = cast.subscriber
    await maria.write("/balance")
    choice = await maria.expect("Какой договор?")
    await maria.press(choice, "100201")
    balance = await maria.expect("На счету")
    check("120,50" in balance.text and "К оплате" in balance.text, "сумма и сколько внести")
    await maria.write("сколько денег на счету")
    check((await maria.expect("Какой договор?")).button("Я о другом"), "просьба открывает экран сразу")
    await maria.press(balance, "Тариф")
    choice = await maria.expect("Какой договор?")
    await maria.press(choice, "100201")
    tariff = await maria.expect("Плата")
    check("Антивирус" in tariff.text, "услуги")


async def is_reminded(cast: Cast) -> None:
    """Напоминание об оплате приходит тому, кому пора, один раз; его можно отключить."""
    pavel = cast.debtor
    reminder = await pavel.expect("не хватает", timeout=40)
    check("715" in reminder.text, "сумма к оплате")
    await pavel.press(reminder, "Не напоминать")
    await pavel.expect("Больше не буду напоминать")
    check(not [seen for seen in cast.stranger.chat.messages if "не хватает" in seen.text], "чужим не напоминают")


async def opens_ticket(cast: Cast) -> None:
    """Обращение: шаг за шагом, с альбомом, перезапуском бота посередине и двойным нажатием."""
    maria = cast.subscriber
    await maria.write("/ticket")
    topics = await maria.expect("О чём оно?")
    await maria.write("со вчерашнего вечера")  # не вовремя, но не потеряется
    topics = await maria.expect("Дописал к обращению")
    await maria.press(topics, "Нет интернета")
    files = await maria.expect("Пришлите фото")
    await maria.press(files, "Назад")
    await maria.expect("со вчерашнего вечера")
    await cast.restart()
    await maria.write("Не работает интернет, <лампочка> WAN мигает")
    await maria.expect("Пришлите фото")
    await maria.send_album(3, caption="вот роутер")
    files = await maria.expect("Приложено 3 файла")
    await maria.press(files, "Дальше")
    phone = await maria.expect("По какому номеру")
    await maria.write("12345")
    phone = await maria.expect("не похоже на номер")
    await maria.press(phone, "+79990000001")
    summary = await maria.expect("Проверьте и отправьте")
    maria.start_press(summary, summary.button("Отправить").data or "")
    await maria.press(summary, "Отправить")
    await maria.expect("№1")
    await maria.write("/tickets")
    listing = await maria.expect("Ваши обращения")
    check("№1" in listing.text and "№2" not in listing.text, "двойное нажатие — одно обращение")
    check("ждёт сотрудника" in listing.text and "Ответ:" in listing.text, "статус и срок ответа")


async def leaves(cast: Cast) -> None:
    """Биллинг не отвечает — видны последние известные данные; после выхода договор в чате не виден."""
    pavel = cast.debtor
    await pavel.write("/balance")
    await pavel.expect("На счету")
    cast.billing.away = True
    await pavel.write("/balance")
    shown = await pavel.expect("На счету")
    check("Вот последние" in shown.text, "сказано, на какое время данные")
    cast.billing.away = False
    await pavel.write("/logout")
    await pavel.expect("Вы вышли")
    await pavel.write("/balance")
    await pavel.expect("Войдите по номеру")


async def errs(cast: Cast) -> None:
    """Плохой ввод: незнакомая команда, выдуманная кнопка, чужое обращение, длинный текст, странное сообщение."""
    katya = cast.stranger
    await katya.write("/abracadabra")
    shown = await katya.expect("Такой команды у меня нет")
    toast = await katya.press_data(shown, "made:up:data")
    check("устарел" in toast.text, "выдуманная кнопка")
    await katya.press_data(shown, "tp:1")
    await katya.expect("Такого обращения нет")
    await katya.write("/claim 1")
    await katya.expect("только сотрудники")
    await katya.send_dice()
    await katya.expect("Куда это передать?")
    cast.telegram.inject({"message": {"message_id": "nonsense", "chat": {"id": katya.id, "type": "private"}}})
    await katya.expect("Не получилось обработать", timeout=10)
    await katya.write("/help")
    await katya.expect("Что я умею")


SUBSCRIBER = (asks, asks_elsewhere, signs_in, looks_at_account, is_reminded, opens_ticket, leaves, errs)
