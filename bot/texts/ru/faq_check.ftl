### Ошибки файла FAQ: что не так и что с этим сделать (biletik faq check, загрузка из чата).

faq-check-line = { $file }:{ $line }:{ $column }: { $problem }
faq-check-warning-line = { $file }:{ $line }:{ $column }: предупреждение: { $problem }
faq-check-remedy-line = {"    "}→ { $remedy }
faq-check-clean = { $file }: всё в порядке, { $entries ->
    [one] { $entries } вопрос
    [few] { $entries } вопроса
   *[many] { $entries } вопросов
}.
faq-check-total = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[many] { $errors } ошибок
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[many] { $warnings } предупреждений
}.

faq-check-unreadable = файл не открывается: { $reason }
faq-check-unreadable-remedy = Проверьте путь (FAQ_PATH или имя в команде) и права на чтение.
faq-check-too-large = файл больше { $megabytes } МБ
faq-check-too-large-remedy = Уберите лишнее: десять тысяч подробных ответов занимают меньше.
faq-check-encoding = файл не в UTF-8
faq-check-encoding-remedy = Сохраните его в кодировке UTF-8 (в редакторе: «Сохранить как» → UTF-8).
faq-check-empty = файл пустой
faq-check-empty-remedy = Начните со строк «version: 1» и «entries:», под ними перечислите вопросы.
faq-check-tab = отступ сделан табуляцией
faq-check-tab-remedy = YAML понимает только пробелы: замените каждую табуляцию двумя пробелами.
faq-check-syntax = YAML не читается: { $reason }
faq-check-syntax-remedy = Посмотрите эту строку и предыдущую: чаще всего дело в отступе, незакрытой кавычке или двоеточии в тексте (такой текст берут в кавычки).
faq-check-too-deep = вложенность глубже { $depth } уровней
faq-check-too-deep-remedy = Вопросам хватает трёх уровней: entries, ключ, список.
faq-check-too-many = ссылки (*имя) разворачиваются больше чем в { $values } значений
faq-check-too-many-remedy = Напишите текст прямо, без якорей & и ссылок *.
faq-check-duplicate-key = ключ «{ $key }» встречается дважды
faq-check-duplicate-key-remedy = Оставьте один: второй не действует.
faq-check-not-faq = в файле не набор ключей
faq-check-not-faq-remedy = Вверху должны стоять «version: 1» и «entries:».
faq-check-missing-key = нет ключа «{ $key }»
faq-check-missing-key-remedy = Добавьте «{ $key }: …» с тем же отступом, что у соседних ключей.
faq-check-unknown-key = неизвестный ключ «{ $key }»
faq-check-unknown-key-remedy = Бывают только: { $known }. Уберите лишний.
faq-check-misspelt-key = неизвестный ключ «{ $key }»
faq-check-misspelt-key-remedy = Похоже, это «{ $meant }»: исправьте имя.
faq-check-bad-version = версия «{ $version }» незнакома
faq-check-bad-version-remedy = Напишите «version: 1».
faq-check-no-entries = нет ни одного вопроса
faq-check-no-entries-remedy = Добавьте под «entries:» хотя бы один: id, category, question, answer.
faq-check-not-entry = это не вопрос, а просто текст или список
faq-check-not-entry-remedy = Каждый пункт начинается с «- id: …», остальные ключи — под ним с тем же отступом.
faq-check-not-text = в «{ $key }» должен быть текст
faq-check-not-text-remedy = Впишите одну строку; если в ней двоеточие или фигурная скобка, возьмите её в кавычки.
faq-check-not-list = в «{ $key }» должен быть список
faq-check-not-list-remedy = Пишите каждый пункт с новой строки через «- » или все в скобках: [один, два].
faq-check-blank = «{ $key }» без текста
faq-check-blank-remedy = Впишите текст или уберите пустой пункт.
faq-check-bad-id = «{ $id }» не годится в id
faq-check-bad-id-remedy = Только строчные латинские буквы, цифры и дефис между ними: pay-methods.
faq-check-id-too-long = id «{ $id }» длиннее 48 знаков
faq-check-id-too-long-remedy = Сократите: id попадает в кнопки, а там мало места.
faq-check-duplicate-id = id «{ $value }» уже занят (строка { $line })
faq-check-duplicate-id-remedy = Дайте этому вопросу свой id.
faq-check-duplicate-question = так уже спрашивают в «{ $first }» (строка { $line }): «{ $value }»
faq-check-duplicate-question-remedy = Оставьте эту фразу в одном из двух или объедините их.
faq-check-dead-link = ссылка ведёт на «{ $id }», а такого вопроса нет
faq-check-dead-link-remedy = Исправьте id или уберите кнопку.
faq-check-unknown-action = незнакомое действие «{ $action }»
faq-check-unknown-action-remedy = Бывают: { $known }, а ещё ticket:тема и faq:id.
faq-check-unknown-topic = темы «{ $topic }» нет в desk.yaml
faq-check-unknown-topic-remedy = Есть: { $known }. Пока кнопка откроет обращение без темы.
faq-check-html-tag = Telegram не знает тега <{ $tag }>
faq-check-html-tag-remedy = Можно b, i, u, s, code, pre, a, blockquote, tg-spoiler; абзацы и списки делают переводом строки.
faq-check-html-attribute = у тега <{ $tag }> лишний атрибут { $detail }
faq-check-html-attribute-remedy = Уберите его: Telegram берёт только href у ссылки, class у кода и expandable у цитаты.
faq-check-html-no-href = ссылка <a> без адреса
faq-check-html-no-href-remedy = Напишите <a href="https://…">текст</a>.
faq-check-html-open = тег <{ $tag }> не закрыт
faq-check-html-open-remedy = Добавьте </{ $tag }> там, где выделение кончается.
faq-check-html-closed = </{ $tag }> закрывает то, что не открыто
faq-check-html-closed-remedy = Уберите его или поставьте <{ $tag }> раньше.
faq-check-html-crossed = </{ $tag }> стоит раньше, чем </{ $detail }>
faq-check-html-crossed-remedy = Закрывайте теги в обратном порядке: сначала { $detail }, потом { $tag }.
faq-check-html-stray = знак «<» не начинает тега
faq-check-html-stray-remedy = Напишите &lt; вместо него.
faq-check-answer-too-long = ответ длиннее, чем помещается в сообщение: { $length } из { $limit } знаков
faq-check-answer-too-long-remedy = Сократите или разделите на два вопроса и соедините их действием faq:id.
