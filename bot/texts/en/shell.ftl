### Words for the command line.

shell-settings = The settings can't be used:
shell-missing = { $name }: not set. { $remedy }
shell-wrong = { $name }: “{ $value }” won't do. { $remedy }
shell-setting-bot-token = Take the token from @BotFather; it looks like 123456789:AAE….
shell-setting-support-chat-id = A number, the id of the agents' group: it begins with -100. Add the bot to the group and it will tell.
shell-setting-admin-ids = People's ids separated by commas, such as 1001,1002.
shell-setting-webhook-secret = Make one up: 1–256 characters of A–Z, a–z, 0–9, _ and -. WEBHOOK_URL doesn't work without it.
shell-setting-timezone = A name from the time zone database, such as Europe/Moscow or Asia/Almaty.
shell-setting-remind-days = Whole numbers separated by commas, such as 3,1,0,-1.
shell-setting-remind-at = A time as HH:MM, such as 10:00.
shell-setting-http-port = A port from 0 to 65535.
shell-setting-bulk-rate = A number from 1 to 30, messages a second.
shell-setting-locale = ru or en.
shell-setting-billing = This version knows embedded.
shell-setting-url = An address begins with http:// or https://.
shell-setting-database-url = The address starts with sqlite:/// or postgresql://, for example sqlite:///var/biletik.db.
shell-setting-value = Compare it with README.
shell-setting-missing = Set it in the environment or in .env.
shell-token-refused = BOT_TOKEN: Telegram doesn't know this token. Check it with @BotFather.
shell-port-taken = HTTP_PORT { $port }: the port is taken. Free it or set another.
shell-database-away = The database can't be reached: { $why }

shell-db-upgraded = The database is up to date.
shell-backed-up = Copy: { $file }
shell-backup-exists = { $file } exists. Choose another name: an old copy is never overwritten.
shell-backup-no-database = There is no database yet, so nothing to copy.
shell-backup-no-pg-dump = The program pg_dump is needed (package postgresql-client).
shell-backup-failed = pg_dump failed, see above.

shell-inbox-count =
    { $count ->
        [one] { $count } update is set aside.
       *[other] { $count } updates are set aside.
    }
shell-inbox-retried =
    { $count ->
        [one] { $count } update is back in line.
       *[other] { $count } updates are back in line.
    }

shell-file-unreadable = { $file }: can't be opened ({ $why }).
shell-imported =
    { $count ->
        [one] { $count } contract loaded.
       *[other] { $count } contracts loaded.
    }
shell-import-refused =
    { $count ->
        [one] { $count } mistake, nothing was loaded.
       *[other] { $count } mistakes, nothing was loaded.
    }
csv-line = { $file }:{ $line }: { $problem }
csv-encoding = not UTF-8. Save the file as UTF-8.
csv-column-missing = no column { $column }. Add it to the first line.
csv-column-unknown = unknown column “{ $value }”. Remove it or correct its name.
csv-cells = not as many cells as the header has ({ $value }). Check separators and quotes.
csv-csv = the line can't be read: { $value }. Check the quotes.
csv-no-rows = there is no line with a contract.
csv-contract-twice = contract { $value } appears a second time. Keep one line.
csv-empty = { $column }: empty. Fill it in.
csv-phone = { $column }: “{ $value }” doesn't look like a number. It must look like +79001234567.
csv-sum = { $column }: “{ $value }” is no sum. It takes a number with two digits after a point or a comma.
csv-negative = { $column }: “{ $value }” is below zero.
csv-currency = { $column }: “{ $value }” is no currency. It takes an ISO 4217 code such as RUB.
csv-date = { $column }: “{ $value }” is no date. It must look like 2026-12-01, or be empty.
csv-status = { $column }: “{ $value }”. It can be active, suspended, blocked, closed.
csv-speed = { $column }: “{ $value }” is no whole number of megabits.

doctor-ok = ✓ { $what }: { $found }
doctor-warning = ! { $what }: { $found }
doctor-failed = ✗ { $what }: { $found }
doctor-what-settings = settings
doctor-what-telegram = Telegram and token
doctor-what-group = agents' group
doctor-what-inline = inline mode
doctor-what-database = database
doctor-what-faq = FAQ
doctor-what-files = data files
doctor-what-billing = billing
doctor-what-clock = clock
doctor-settings-fine = read
doctor-telegram-fine = bot @{ $name }
doctor-telegram-refused = the token is refused. Check BOT_TOKEN with @BotFather.
doctor-telegram-away = no answer ({ $why }). Check the network and TELEGRAM_API_URL.
doctor-group-fine = “{ $title }”, topics on, rights in place
doctor-group-plain = “{ $title }”, no topics: I work by replies to cards. Topics are switched on in the group's settings.
doctor-group-unset = SUPPORT_CHAT_ID is not set, tickets will wait. Add the bot to the group and it will tell its id.
doctor-group-away = the bot can't see it ({ $why }). Add it to the group and check SUPPORT_CHAT_ID.
doctor-group-public = it has the public name @{ $name }. Make the group private.
doctor-group-not-admin = the bot is not an administrator. Make it one, with the rights named in README.
doctor-group-rights = rights are missing: { $rights }. Grant them in the group's list of administrators.
doctor-inline-fine = on
doctor-inline-off = off: searching by @bot from other chats doesn't work. Switch it on with /setinline at @BotFather.
doctor-database-fine = opens, all migrations applied
doctor-database-behind = opens, but migrations are missing. Run biletik db upgrade.
doctor-database-away = doesn't open ({ $why }). Check DATABASE_URL.
doctor-files-fine = in order, answers: { $count }
doctor-files-wrong =
    there are mistakes:
    { $mistakes }
doctor-faq-fine = version { $version } is in force
doctor-faq-first = no versions yet: the file becomes the first at the first start
doctor-billing-fine = answers, contracts: { $count }
doctor-billing-empty = no contracts. Load them: biletik billing import file.csv
doctor-clock-fine = differs from Telegram's by { $seconds } s
doctor-clock-off = differs from Telegram's by { $seconds } s. Switch time synchronisation on.
doctor-clock-unknown = nothing to compare with, Telegram doesn't answer
shell-billing-can = Billing { $name } answers. It can: { $what }.
demo-open = Open { $url }: a subscriber's phone, the agents' group and an admin. Stop with Ctrl+C.
demo-port-taken = Port { $port } is taken. Choose another: biletik demo --port 8001, or make demo ARGS="--port 8001".
shell-webhook-refused = WEBHOOK_URL: Telegram doesn't take this address ({ $why }).
