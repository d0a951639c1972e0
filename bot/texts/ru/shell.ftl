### Слова для командной строки.

shell-settings = Настройки не годятся:
shell-missing = { $name }: не задано. { $remedy }
shell-wrong = { $name }: не подходит значение «{ $value }». { $remedy }
shell-setting-bot-token = Возьмите токен у @BotFather; он выглядит как 123456789:AAE….
shell-setting-support-chat-id = Число, номер группы сотрудников: он начинается с -100. Добавьте бота в группу, и он назовёт его.
shell-setting-admin-ids = Номера людей через запятую, например 1001,1002.
shell-setting-webhook-secret = Придумайте секрет: 1–256 знаков из A–Z, a–z, 0–9, _ и -. Без него WEBHOOK_URL не работает.
shell-setting-timezone = Нужно имя из базы часовых поясов, например Europe/Moscow или Asia/Almaty.
shell-setting-remind-days = Целые числа через запятую, например 3,1,0,-1.
shell-setting-remind-at = Время в виде ЧЧ:ММ, например 10:00.
shell-setting-http-port = Порт от 0 до 65535.
shell-setting-bulk-rate = Число от 1 до 30, сообщений в секунду.
shell-setting-locale = ru или en.
shell-setting-billing = Эта версия умеет embedded.
shell-setting-url = Адрес начинается с http:// или https://.
shell-setting-database-url = Адрес базы начинается с sqlite:/// или postgresql://, например sqlite:///var/biletik.db.
shell-setting-value = Проверьте написание по README.
shell-setting-missing = Задайте в окружении или в файле .env.
shell-token-refused = BOT_TOKEN: Telegram не знает такого токена. Проверьте его у @BotFather.
shell-port-taken = HTTP_PORT { $port }: порт занят. Освободите его или задайте другой.
shell-database-away = База данных недоступна: { $why }

shell-db-upgraded = База в порядке.
shell-backed-up = Копия: { $file }
shell-backup-exists = { $file } уже есть. Укажите другое имя: чужую копию не перезаписываю.
shell-backup-no-database = Базы ещё нет, копировать нечего.
shell-backup-no-pg-dump = Нужна программа pg_dump (пакет postgresql-client).
shell-backup-failed = pg_dump завершился с ошибкой, см. выше.

shell-inbox-count =
    { $count ->
        [one] Отложено { $count } сообщение.
        [few] Отложено { $count } сообщения.
       *[many] Отложено { $count } сообщений.
    }
shell-inbox-retried =
    { $count ->
        [one] Возвращено в очередь { $count } сообщение.
        [few] Возвращено в очередь { $count } сообщения.
       *[many] Возвращено в очередь { $count } сообщений.
    }

shell-file-unreadable = { $file }: файл не открывается ({ $why }).
shell-imported =
    { $count ->
        [one] Загружен { $count } договор.
        [few] Загружено { $count } договора.
       *[many] Загружено { $count } договоров.
    }
shell-import-refused =
    { $count ->
        [one] { $count } ошибка, ничего не загружено.
        [few] { $count } ошибки, ничего не загружено.
       *[many] { $count } ошибок, ничего не загружено.
    }
csv-line = { $file }:{ $line }: { $problem }
csv-encoding = файл не в UTF-8. Сохраните его в UTF-8.
csv-column-missing = нет столбца { $column }. Добавьте его в первую строку.
csv-column-unknown = незнакомый столбец «{ $value }». Уберите его или исправьте имя.
csv-cells = ячеек не столько, сколько в заголовке ({ $value }). Проверьте разделители и кавычки.
csv-csv = строка не читается: { $value }. Проверьте кавычки.
csv-no-rows = в файле нет ни одной строки с договором.
csv-contract-twice = договор { $value } встречается второй раз. Оставьте одну строку.
csv-empty = { $column }: пусто. Впишите значение.
csv-phone = { $column }: «{ $value }» не похоже на номер. Нужен вид +79001234567.
csv-sum = { $column }: «{ $value }» не сумма. Нужно число с двумя знаками после точки или запятой.
csv-negative = { $column }: «{ $value }» меньше нуля.
csv-currency = { $column }: «{ $value }» не код валюты. Нужен код ISO 4217, например RUB.
csv-date = { $column }: «{ $value }» не дата. Нужен вид 2026-12-01 или пусто.
csv-status = { $column }: «{ $value }». Бывает active, suspended, blocked, closed.
csv-speed = { $column }: «{ $value }» не целое число мегабит.

doctor-ok = ✓ { $what }: { $found }
doctor-warning = ! { $what }: { $found }
doctor-failed = ✗ { $what }: { $found }
doctor-what-settings = настройки
doctor-what-telegram = Telegram и токен
doctor-what-group = группа сотрудников
doctor-what-inline = инлайн-режим
doctor-what-database = база данных
doctor-what-faq = база ответов
doctor-what-files = файлы данных
doctor-what-billing = биллинг
doctor-what-clock = часы
doctor-settings-fine = прочитаны
doctor-telegram-fine = бот @{ $name }
doctor-telegram-refused = токен не подходит. Проверьте BOT_TOKEN у @BotFather.
doctor-telegram-away = не отвечает ({ $why }). Проверьте сеть и TELEGRAM_API_URL.
doctor-group-fine = «{ $title }», темы включены, права есть
doctor-group-plain = «{ $title }», без тем: работаю ответами на карточки. Темы включаются в настройках группы.
doctor-group-unset = SUPPORT_CHAT_ID не задан, обращения будут ждать. Добавьте бота в группу: он назовёт её номер.
doctor-group-away = бот её не видит ({ $why }). Добавьте его в группу и проверьте SUPPORT_CHAT_ID.
doctor-group-public = у неё есть публичное имя @{ $name }. Сделайте группу закрытой.
doctor-group-not-admin = бот не администратор. Сделайте его администратором с правами из README.
doctor-group-rights = не хватает прав: { $rights }. Дайте их боту в настройках администраторов.
doctor-inline-fine = включён
doctor-inline-off = выключен: поиск @бот из других чатов не работает. Включается у @BotFather командой /setinline.
doctor-database-fine = открывается, все миграции применены
doctor-database-behind = открывается, но миграции не применены. Запустите biletik db upgrade.
doctor-database-away = не открывается ({ $why }). Проверьте DATABASE_URL.
doctor-files-fine = в порядке, ответов: { $count }
doctor-files-wrong =
    есть ошибки:
    { $mistakes }
doctor-faq-fine = в силе версия { $version }
doctor-faq-first = версий ещё нет: при первом запуске первой станет файл
doctor-billing-fine = отвечает, договоров: { $count }
doctor-billing-empty = договоров нет. Загрузите их: biletik billing import файл.csv
doctor-clock-fine = расходятся с Telegram на { $seconds } с
doctor-clock-off = расходятся с Telegram на { $seconds } с. Настройте синхронизацию времени.
doctor-clock-unknown = сравнить не с чем, Telegram не отвечает
shell-billing-can = Биллинг { $name } отвечает. Умеет: { $what }.
demo-open = Откройте { $url } — там телефон абонента, группа сотрудников и администратор. Остановить: Ctrl+C.
demo-port-taken = Порт { $port } занят. Выберите другой: biletik demo --port 8001, или make demo ARGS="--port 8001".
shell-webhook-refused = WEBHOOK_URL: Telegram не принимает этот адрес ({ $why }).
