### Обращения глазами абонента.

dialog-back = ‹ Назад
dialog-cancel = Отменить
dialog-next = Дальше ›
dialog-topic = <b>Новое обращение</b>. О чём оно?
dialog-description = Опишите, что случилось: что делали, что видите, с какого времени.
dialog-description-more =
    Записано:
    <blockquote>{ $words }</blockquote>
    Можно дописать ещё или идти дальше.
dialog-clear-words = Написать заново
dialog-files =
    { $count ->
        [0] Пришлите фото, видео или файлы, если они помогут: до 10 штук. Или идите дальше.
        [one] Приложен { $count } файл. Можно добавить ещё, всего до 10.
        [few] Приложено { $count } файла. Можно добавить ещё, всего до 10.
       *[many] Приложено { $count } файлов. Всего можно до 10.
    }
dialog-files-next =
    { $count ->
        [0] Без файлов ›
       *[many] Дальше ›
    }
dialog-clear-files = Убрать файлы
dialog-phone = По какому номеру позвонить, если понадобится? Напишите его или нажмите кнопку.
dialog-phone-known = { $phone }
dialog-phone-skip = Не звонить, писать сюда
dialog-phone-wrong = Это не похоже на номер телефона. Пример: +7 900 123-45-67.
dialog-confirm = <b>Проверьте и отправьте</b>
dialog-confirm-topic = Тема: { $topic }
dialog-confirm-words = <blockquote>{ $words }</blockquote>
dialog-confirm-files =
    Приложено: { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
dialog-confirm-phone = Телефон: { $phone }
dialog-confirm-no-phone = Не звонить, ответить сюда.
dialog-send = Отправить
dialog-cancelled = Обращение не отправлено.
dialog-said-words = Дописал к обращению.
dialog-said-file = Приложил к обращению.
dialog-said-enough-files = Больше 10 файлов приложить нельзя: этот не вошёл. Его можно прислать потом, уже в обращение.
dialog-said-enough-words = Описание уже очень длинное, эти слова не вошли. Их можно прислать потом, уже в обращение.
dialog-said-nothing = Пока не описано, что случилось. Хватит пары слов.

ticket-opened =
    Обращение <b>№{ $number }</b> принято.

    Ответим { $when } или раньше. Всё, что напишете здесь, попадёт в него.
ticket-passed = Передал в обращение №{ $number }.
ticket-reopened = Обращение №{ $number } открыто снова, сотрудники увидят ваше сообщение.
ticket-picked = Пишите: всё попадёт в обращение №{ $number }.
ticket-claimed = Обращением №{ $number } занимается { $agent }.
ticket-solved =
    Обращение №{ $number } решено.

    Если это не так, просто напишите — откроем снова.
agent-header = { $agent } · №{ $number }

tickets-head = <b>Ваши обращения</b>
tickets-none = Обращений пока нет.
tickets-line =
    <b>№{ $number }</b> · { $status ->
        [new] ждёт сотрудника
        [open] в работе
       *[solved] решено
    }{ $here ->
        [yes] {" "}· сейчас вы пишете сюда
       *[no] {""}
    }
    { $about }
tickets-agent = Занимается: { $agent }
tickets-due = Ответ: { $when }
tickets-pick = №{ $number } · { $about }

kept-where = Куда это передать?
kept-add = В №{ $number } · { $about }
ticket-new = Новое обращение
kept-taken =
    { $count ->
        [one] Приложу это к новому обращению.
       *[other] Приложу всё это к новому обращению.
    }
kept-added = Добавил в обращение №{ $number }.
withdrawn = Понял, это вопрос: из обращения №{ $number } убрал.
withdrawn-late = Понял, это вопрос. Сотрудники уже увидели сообщение в №{ $number }, это не страшно.
