### Группа сотрудников: карточка, команды, замечания.

desk-title =
    №{ $number } · { $status ->
        [new] новое
        [open] в работе
       *[solved] решено
    } · { $name }
desk-claim = Взять
desk-resolve = Решено
desk-reopen = Открыть снова
desk-claimed-already = №{ $number } и так у вас, { $agent }.
desk-done-claim = №{ $number } теперь у вас, { $agent }.
desk-done-resolve = №{ $number } отмечено решённым.
desk-done-reopen = №{ $number } снова открыто.
desk-which-ticket = Не понял, о каком обращении речь. Напишите команду в его теме, ответом на карточку или с номером: /{ $command } 12
desk-unknown-command = Такой команды нет, абоненту ничего не ушло. Есть /claim, /resolve, /reopen, /card, /faq, /del. Заметка для своих начинается с //.
desk-button-unknown = Эта кнопка больше не действует. Свежая карточка: /card
desk-answers-nothing = Не знаю, к какому обращению это относится, абоненту ничего не ушло. Ответьте на карточку или на сообщение абонента.
desk-ticket-reopened = Абонент написал, обращение №{ $number } открыто снова.
desk-undelivered-blocked = Не доставлено: абонент заблокировал бота. Когда вернётся, напишу здесь, и это можно будет отправить ещё раз.
desk-undelivered-gone = Не доставлено: такого чата в Telegram больше нет, абонент удалил аккаунт.
desk-undelivered-incoming = Абонент прислал сообщение, которое Telegram не принял сюда. Попросите отправить его иначе.
desk-undelivered-refused = Не доставлено: Telegram не принял это сообщение ({ $reason }). Попробуйте отправить иначе.
desk-again = Отправить ещё раз
desk-done-again =
    { $count ->
        [one] Отправляю ещё раз { $count } сообщение.
        [few] Отправляю ещё раз { $count } сообщения.
       *[many] Отправляю ещё раз { $count } сообщений.
    }
desk-ticket-returned =
    Абонент снова пускает бота. { $count ->
        [one] Пока его не было, не дошло { $count } сообщение.
        [few] Пока его не было, не дошли { $count } сообщения.
       *[many] Пока его не было, не дошло { $count } сообщений.
    }
desk-undelivered-removal = Не получилось убрать сообщение у абонента: Telegram разрешает это 48 часов. Поправить можно: отредактируйте своё сообщение, у абонента оно изменится.
desk-done-del = Убираю это сообщение у абонента.
desk-del-unsent = Сообщение ещё не ушло абоненту, и теперь не уйдёт.
desk-del-again = Это сообщение уже убрано у абонента.
desk-now-note = Теперь это заметка для своих: у абонента сообщение убираю.
desk-edit-stays = Правка осталась в группе, абоненту ничего не ушло. Чтобы он это прочитал, отправьте новым сообщением.
edited = исправлено
edited-under = { $header } · исправлено
group-not-desk =
    Здравствуйте! Номер этой группы: <code>{ $chat }</code>

    Если здесь будут работать сотрудники, впишите его в SUPPORT_CHAT_ID и перезапустите бота.
    Отвечаю и здесь: назовите меня (<code>@{ $bot } как оплатить</code>) или ответьте на моё сообщение.

card-head =
    <b>Обращение №{ $number }</b> · { $status ->
        [new] новое
        [open] в работе
       *[solved] решено
    }
card-trouble-blocked = ⚠️ Сообщения не доходят: абонент заблокировал бота.
card-trouble-gone = ⚠️ Сообщения не доходят: абонент удалил аккаунт.
card-trouble-refused = ⚠️ Последнее сообщение не дошло: Telegram его не принял.
card-trouble-back =
    ⚠️ Абонент снова пускает бота. { $count ->
        [one] Не дошло { $count } сообщение
        [few] Не дошли { $count } сообщения
       *[many] Не дошло { $count } сообщений
    }: отправьте ещё раз кнопкой в теме.
card-subscriber = Абонент: { $name }
card-subscriber-known = Абонент: { $name } (@{ $username })
card-phone = Телефон: { $phone }
card-account =
    Договор <b>{ $contract }</b>: { $name }, { $address }
    Баланс { $balance } · тариф «{ $tariff }» · { $status ->
        [active] работает
        [suspended] приостановлен
        [blocked] отключён за долг
       *[closed] расторгнут
    }
card-no-contract = Договор не привязан.
card-topic = Тема: { $topic }
card-agent = Занимается: { $agent }
card-nobody = Пока никто не взял.
card-due = Срок ответа: { $when }
card-opened = Открыто: { $when }
card-more-accounts =
    { $count ->
        [one] И ещё { $count } договор.
        [few] И ещё { $count } договора.
       *[many] И ещё { $count } договоров.
    }
card-files = Файлов: { $count }
card-words = <blockquote>{ $words }</blockquote>
