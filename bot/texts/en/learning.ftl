### Gaps of the FAQ, agents' suggestions, and the chart.

admin-gaps = Gaps
admin-chart = Chart

gaps =
    <b>Gaps of the { $period ->
        [week] week
       *[month] month
    }</b>

    { $count ->
        [one] { $count } question without a good answer
       *[other] { $count } questions without a good answer
    }: the bot didn't know, the answer didn't help, or an agent was needed. Alike ones stand together, the most frequent first.

    Press one to see how it is asked and to write an answer.
gaps-none =
    <b>Gaps of the { $period ->
        [week] week
       *[month] month
    }</b>

    None: everything that was asked found its answer.
gaps-looking =
    Going through the questions of the { $period ->
        [week] week
       *[month] month
    }…
gaps-period =
    { $on ->
        [yes] ✓{" "}
       *[no] {""}
    }{ $period ->
        [week] Week
       *[month] Month
    }
gaps-suggested = Suggested by agents: { $count }
gaps-back = ‹ Gaps

gap =
    <b>{ $text }</b>

    { $count ->
        [one] Asked { $count } time
       *[other] Asked { $count } times
    } in a { $period ->
        [week] week
       *[month] month
    }, last { $last }
gap-came =
    { $what ->
        [none] · the bot didn't know: { $count }
        [suggest] · offered a choice, nothing was picked: { $count }
        [not_helped] · the answer didn't help: { $count }
        [next] · looked at another answer: { $count }
       *[ticket] · came to an agent: { $count }
    }
gap-wordings = Also asked as:
gap-wording = • { $text }

learn-entry = Write an answer
learn-variant = One more wording of “{ $question }”
learn-other = To another answer…
learn-no = Not for the FAQ
learn-nearest = Nearest answer: “{ $question }”, { $percent }% likely.
learn-nearest-none = The FAQ has nothing like it.
learn-put-aside = Put aside. If it is asked often again, it will be back.
learn-into = To which answer does this question belong?
learn-categories = ‹ Categories
learn-back = ‹ Back
learn-gone = This isn't here any more: perhaps it was answered.
learn-no-question = The ticket has no words to know the question by. Write an answer: you can enter the question yourself.

suggested =
    <b>Suggested by agents</b>

    Replies from tickets that may help others too.
suggested-none =
    <b>Suggested by agents</b>

    Nothing new.
suggested-one = №{ $number } · { $words }
suggested-back = ‹ Suggestions
suggestion =
    <b>Add to the FAQ?</b>
    Ticket №{ $number }, suggested by { $agent }
suggestion-asked = Asked: <blockquote>{ $words }</blockquote>
suggestion-answer = Answered: <blockquote>{ $words }</blockquote>
suggestion-files = The file of the reply isn't taken along.
suggestion-masked = What looks like personal data is hidden as •••. Check the answer before you add it.
suggestion-declined = It was decided not to add this. The buttons still work if you think otherwise.
suggestion-put-aside = All right, not added.

desk-faq = To the FAQ
desk-done-faq = Suggested to the admins: the answer from №{ $number } for the FAQ.
desk-faq-again = This answer from №{ $number } was suggested before.
command-desk-faq = Suggest an answer for the FAQ
refused-nothing-to-suggest = There is nothing to suggest for the FAQ: it takes an agent's reply with words. Write to the subscriber, or send /faq in reply to the message you mean.
refused-nobody-decides = The bot has no admins to decide. Name them in ADMIN_IDS.
refused-suggestion-gone = There is no such suggestion any more.

chart-title = Answered without an agent
chart-weeks = weeks by their Mondays; the last one is not over
chart-caption =
    <b>Answered without an agent</b>

    { $now }
    { $before }

    A question counts if the bot answered it, or one of the answers it offered was picked, and neither “didn't help” nor a ticket followed. Greetings and thanks don't count.
chart-now =
    { $asked ->
        [0] No questions this week yet.
        [one] This week without an agent: { $answered } of { $asked } question ({ $share }).
       *[other] This week without an agent: { $answered } of { $asked } questions ({ $share }).
    }
chart-before =
    { $asked ->
        [0] No questions in the { $weeks } weeks before.
        [one] In the { $weeks } weeks before: { $answered } of { $asked } question ({ $share }).
       *[other] In the { $weeks } weeks before: { $answered } of { $asked } questions ({ $share }).
    }
