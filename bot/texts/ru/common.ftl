### Меню, кнопки и общие фразы.

home =
    Здравствуйте, { $name }!

    Спросите своими словами — например, «как оплатить» или «не работает вайфай». Отвечу сразу.
    Если готового ответа не найдётся, передам вопрос сотруднику.
home-in-ticket =
    Здравствуйте, { $name }!

    Сейчас всё, что вы пишете, попадает в обращение №{ $number }. Хотите узнать что-то ещё — нажмите «Спросить о другом».
help =
    <b>Что я умею</b>

    /faq — ответы на частые вопросы
    /ticket — открыть обращение
    /tickets — мои обращения
    /balance — баланс и ближайшее списание
    /tariff — тариф
    /services — подключённые услуги
    /pay — сколько и как заплатить
    /settings — язык и напоминания
    /login — войти по номеру телефона
    /logout — выйти
    /cancel — отменить начатое

    А можно без команд: просто напишите, что случилось.
command-unknown =
    Такой команды у меня нет.

    { $help }
cancelled = Отменил.
cancelled-nothing = Отменять нечего: ничего не начато.
screen-outdated = Этот экран устарел. Показываю свежий.
support = Поддержка

go-home = ‹ В начало
go-faq = Частые вопросы
go-ticket = Написать в поддержку
go-ticket-about = Отправить вопрос сотруднику
go-continue = Продолжить обращение
go-tickets = Мои обращения
go-balance = Баланс
go-tariff = Тариф
go-services = Услуги
go-pay = Оплатить
go-help = Что я умею
go-settings = Настройки
go-login = Войти по номеру телефона
go-logout = Выйти
go-ask = Спросить о другом
go-ask-instead = Нет, это новый вопрос

command-faq = Ответы на частые вопросы
command-ticket = Открыть обращение
command-tickets = Мои обращения
command-balance = Баланс и ближайшее списание
command-tariff = Тариф и услуги
command-pay = Сколько и как заплатить
command-services = Подключённые услуги
command-settings = Язык и напоминания
command-login = Войти по номеру телефона
command-logout = Выйти
command-help = Что я умею
command-admin = Управление ботом
command-claim = Взять обращение
command-resolve = Обращение решено
command-reopen = Открыть снова
command-card = Показать карточку

moment-today = сегодня в { $time }
moment-tomorrow = завтра в { $time }
moment-yesterday = вчера в { $time }
moment-day = { $day } в { $time }

settings =
    <b>Настройки</b>

    Язык и напоминания об оплате.
settings-language =
    { $on ->
        [yes] ✓{" "}
       *[no] {""}
    }{ $language ->
        [ru] Русский
       *[en] English
    }
settings-language-set = Теперь говорю по-русски.
settings-reminders =
    { $on ->
        [yes] Не напоминать об оплате
       *[no] Напоминать об оплате
    }
settings-reminders-set =
    { $on ->
        [yes] Буду напоминать об оплате.
       *[no] Больше не напомню.
    }
reminders-off = Больше не буду напоминать об оплате. Передумаете — нажмите кнопку или загляните в /settings.
reminders-back = Напоминать снова
reminders-stop = Не напоминать

admin =
    <b>Состояние</b>

    Ответов в базе: { $entries }
    Ждут отправки: { $waiting }
    Отложено из-за ошибок: { $aside }{ $aside ->
        [0] {""}
       *[other] {" "}(список: <code>biletik inbox list</code>, ещё одна попытка: <code>biletik inbox retry</code>)
    }
