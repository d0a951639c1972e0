### Menu, buttons and shared phrases.

home =
    Hello, { $name }!

    Ask in your own words: “how do I pay”, “my Wi-Fi is down”. I answer at once.
    If I have no answer, I will pass your question to a person.
home-in-ticket =
    Hello, { $name }!

    What you write now goes to ticket No. { $number }. If you want to know something else, press “Ask something else”.
help =
    <b>What I can do</b>

    /faq — answers to common questions
    /ticket — open a ticket
    /tickets — my tickets
    /balance — balance and next charge
    /tariff — plan
    /services — services in use
    /pay — how much and how to pay
    /settings — language and reminders
    /login — sign in with your phone number
    /logout — sign out
    /cancel — stop what was started

    Or forget the commands and just write what happened.
command-unknown =
    I don't know that command.

    { $help }
cancelled = Cancelled.
cancelled-nothing = There is nothing to cancel.
screen-outdated = That screen is out of date. Here is a fresh one.
support = Support

go-home = ‹ Home
go-faq = Common questions
go-ticket = Write to support
go-ticket-about = Send the question to a person
go-continue = Continue the ticket
go-tickets = My tickets
go-balance = Balance
go-tariff = Plan
go-services = Services
go-pay = Pay
go-help = What I can do
go-settings = Settings
go-login = Sign in with my phone
go-logout = Sign out
go-ask = Ask something else
go-ask-instead = No, it's a new question

command-faq = Answers to common questions
command-ticket = Open a ticket
command-tickets = My tickets
command-balance = Balance and next charge
command-tariff = Plan and services
command-pay = How much and how to pay
command-services = Services in use
command-settings = Language and reminders
command-login = Sign in with your phone
command-logout = Sign out
command-help = What I can do
command-admin = Look after the bot
command-claim = Take the ticket
command-resolve = The ticket is solved
command-reopen = Open it again
command-card = Show the card

moment-today = today at { $time }
moment-tomorrow = tomorrow at { $time }
moment-yesterday = yesterday at { $time }
moment-day = { $day } at { $time }

settings =
    <b>Settings</b>

    Language and payment reminders.
settings-language =
    { $on ->
        [yes] ✓{" "}
       *[no] {""}
    }{ $language ->
        [ru] Русский
       *[en] English
    }
settings-language-set = I speak English now.
settings-reminders =
    { $on ->
        [yes] Stop payment reminders
       *[no] Send payment reminders
    }
settings-reminders-set =
    { $on ->
        [yes] I will remind you of payments.
       *[no] No more reminders.
    }
reminders-off = No more payment reminders. If you change your mind, press the button or look into /settings.
reminders-back = Remind me again
reminders-stop = Don't remind me

admin =
    <b>Status</b>

    Answers in the FAQ: { $entries }
    Waiting to be sent: { $waiting }
    Set aside because of errors: { $aside }{ $aside ->
        [0] {""}
       *[other] {" "}(list them with <code>biletik inbox list</code>, try again with <code>biletik inbox retry</code>)
    }
