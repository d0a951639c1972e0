### Комната администратора: база ответов, её версии и правка из чата.

admin-faq = База ответов
admin-state = Обновить
admin-back = ‹ Управление
admin-upload = Загрузить файл
admin-add = Добавить вопрос
admin-edit = Изменить вопрос
admin-history = История версий
admin-search = 🔎 Найти по словам

faq-room =
    <b>База ответов</b>

    В силе версия { $version }: { $by }, { $when }.
    { $entries ->
        [one] { $entries } вопрос
        [few] { $entries } вопроса
       *[many] { $entries } вопросов
    }{ $hidden ->
        [0] .
       *[other] , из них скрыто: { $hidden }.
    }

    Любое изменение я сначала проверю и покажу, что поменяется.
faq-by-file = файл на диске
faq-download = Скачать файл
faq-back = ‹ База ответов
faq-history =
    <b>История версий</b>
faq-file-caption = Версия { $version }. Правьте в любом редакторе и пришлите обратно: по имени файла я пойму, от какой версии вы начали.
faq-problem =
    <b>Строка { $line }, место { $column }</b>: { $problem }.
    → { $remedy }
faq-file-refused =
    ⚠️ Файл <code>{ $file }</code> изменили, но прочитать его нельзя. Отвечаю по-прежнему.
faq-file-more =
    { $count ->
        [one] И ещё { $count } ошибка: <code>biletik faq check</code>.
        [few] И ещё { $count } ошибки: <code>biletik faq check</code>.
       *[many] И ещё { $count } ошибок: <code>biletik faq check</code>.
    }

version-line = <b>{ $version }</b> · { $when } · { $by }: { $what }
version-number = № { $version }
version =
    <b>Версия { $version }</b>{ $in_force ->
        [yes] {" "}— в силе
       *[no] {""}
    }

    { $by }, { $when }
    { $what }
version-part =
    { $kind ->
        [added] добавлено: { $count }
        [removed] убрано: { $count }
       *[changed] изменено: { $count }
    }
version-restored = возвращена версия { $version }
version-no-entries = без изменений в вопросах
version-file = Скачать файл
version-restore = Вернуть эту версию
version-gone = Этой версии уже нет: хранятся последние двадцать.

upload-ask =
    Пришлите файл базы ответов документом: .yaml или .yml, не больше 8 МБ.

    Я проверю его и покажу, что изменится. В силу он вступит, только когда вы подтвердите.
upload-not-file = Это не файл. Жду документ .yaml или .yml.
upload-offer = { $file } — это новая база ответов? Проверить и показать, что изменится?
upload-check = Да, проверить
upload-no = Нет
upload-left = Хорошо, файл не трогаю.
upload-gone = Этот файл я уже не помню. Пришлите его ещё раз.
upload-away = Telegram не отдаёт этот файл. Пришлите его ещё раз.
upload-refused =
    { $count ->
        [one] В файле { $count } ошибка
        [few] В файле { $count } ошибки
       *[many] В файле { $count } ошибок
    }. В силе прежняя версия. Исправьте и пришлите ещё раз.
upload-more =
    { $count ->
        [one] И ещё { $count } ошибка — всё вместе в файле ниже.
        [few] И ещё { $count } ошибки — всё вместе в файле ниже.
       *[many] И ещё { $count } ошибок — всё вместе в файле ниже.
    }
upload-problems-file = замечания.txt
upload-nothing-new = В силе уже ровно такой файл (версия { $version }): менять нечего.

draft-checking = Проверяю…
draft-comparing =
    Сравниваю ответы на известные вопросы…

    Проверено { $tried } из { $asked }.
draft-head = <b>Что изменится</b>
draft-newer = Пока вы правили, вступила в силу версия { $version } ({ $by }). Ваша правка ляжет поверх неё.
draft-entries =
    <b>{ $kind ->
        [added] Добавится
        [hidden] Скроется
        [shown] Снова станет видно
        [removed] Пропадёт
       *[changed] Изменится
    }: { $count }</b>
draft-line = • { $line }
draft-rest = … и ещё { $count }
draft-changed = { $question } ({ $keys })
draft-values =
    <b>{ $key }</b>
    было: { $before }
    станет: { $after }
draft-moved = Вопросы стоят в другом порядке.
draft-nothing = Вопросы и ответы остаются те же: меняются только пояснения и оформление файла.
draft-same-answers =
    { $asked ->
        [one] { $asked } известный вопрос ведёт туда же, куда и раньше.
       *[other] Известные вопросы (проверил { $asked }) ведут туда же, куда и раньше.
    }
draft-shifts = <b>Иначе отвечу на известные вопросы: { $count } из { $asked }</b>
draft-shift = «{ $question }»: { $before } → { $after }
draft-astray = <b>По новым словам найдётся не то: { $count }</b>
draft-astray-phrase = «{ $phrase }» (для «{ $meant }») → { $after }
draft-outcome =
    { $kind ->
        [answer] «{ $questions }»
        [suggest] предложу выбрать: { $questions }
       *[none] не знаю
    }
draft-remarks =
    <b>Заметил, но это не помешает: { $count }</b>
draft-cut = Это не всё: изменений больше, чем помещается в одно сообщение.
draft-confirm = Ввести в силу
draft-cancel = Отменить
draft-again = Внести правку в версию { $version }
draft-compare = Сравнить с версией { $version }
draft-stale =
    Вас опередили: в силе уже версия { $version } ({ $by }), а ваш вариант сделан от более ранней.

    Если ввести его как есть, новые изменения пропадут. Сначала сравните с тем, что в силе сейчас.
draft-published =
    Готово: в силе версия { $version }.
    Файл <code>{ $file }</code> на диске обновлён.
draft-published-not-written =
    Готово: в силе версия { $version }.

    Файл <code>{ $file }</code> на диске прежний: его нельзя записать, или его правили без меня. Скачайте версию и положите на его место.
draft-cancelled = Отменил. В силе прежняя версия.

edit-categories = Какой вопрос изменить? Выберите раздел или найдите по словам.
edit-category = <b>{ $name }</b>. Какой вопрос?
edit-entry =
    { $hidden ->
        [yes] 🙈{" "}
       *[no] {""}
    }{ $question }
edit-found =
    { $count ->
        [0] По словам «{ $asked }» ничего не нашлось. Попробуйте другие.
       *[other] Нашлось по словам «{ $asked }»:
    }
edit-card =
    <b>{ $question }</b>{ $hidden ->
        [yes] {" "}(скрыт)
       *[no] {""}
    }
    { $category } · <code>{ $id }</code> · формулировок: { $variants } · ключевых слов: { $keywords }
change-question = Вопрос
change-answer = Ответ
change-variants = Формулировки
change-keywords = Ключевые слова
change-category = Раздел
change-hide = Скрыть
change-unhide = Показать снова
edit-back = ‹ Разделы
edit-back-category = ‹ К вопросам раздела
edit-gone = Этого вопроса уже нет. Вот какие есть.

field-question = вопрос
field-answer = ответ
field-variants = формулировки
field-keywords = ключевые слова
field-category = раздел
field-actions = кнопки
field-answers = ответы для разных людей
field-attachments = файлы
field-hidden = видимость
field-id = id

step-back = ‹ Назад
step-cancel = Отменить
step-clear = Убрать все
step-skip = Без ключевых слов
step-keep = Оставить как есть
step-variants =
    Ещё так спрашивают:
    <blockquote>{ $variants }</blockquote>
step-drop-variants = Без других формулировок
step-keep-id = Оставить { $id }
step-search = Напишите слова из вопроса — найду его, даже скрытый.
step-question = <b>Новый вопрос</b>. Как его задают абоненты? Одной фразой.
step-category = В какой раздел? Выберите или напишите название нового.
step-answer =
    Напишите ответ так, как его увидит абонент. Жирный, курсив, ссылки и код сохранятся.
step-keywords = Ключевые слова через запятую, если есть: по ним вопрос найдётся вернее.
step-id = Короткое имя вопроса для файла и ссылок: <code>{ $id }</code>. Оставить его или написать другое (строчные латинские буквы, цифры, дефис)?
step-field =
    { $field ->
        [question] Напишите вопрос заново.
        [answer] Напишите ответ заново, так, как его увидит абонент. Жирный, курсив, ссылки и код сохранятся.
        [variants] Напишите все формулировки, каждую с новой строки: они заменят прежние.
        [keywords] Напишите все ключевые слова через запятую: они заменят прежние.
       *[category] Выберите раздел или напишите название нового.
    }
step-now = Сейчас:
step-not-text = Нужен текст.
step-too-long = Слишком длинно: уместите в { $limit } знаков.
step-id-wrong = Так не получится: только строчные латинские буквы, цифры и дефисы между ними, до 48 знаков.
step-id-taken = Такое имя уже есть у другого вопроса.
step-cancelled = Ничего не изменил.
