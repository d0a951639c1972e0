### The agents' group: card, commands, remarks.

desk-title =
    No. { $number } · { $status ->
        [new] new
        [open] in progress
       *[solved] solved
    } · { $name }
desk-claim = Take it
desk-resolve = Solved
desk-reopen = Open again
desk-claimed-already = No. { $number } is yours already, { $agent }.
desk-done-claim = No. { $number } is yours now, { $agent }.
desk-done-resolve = No. { $number } is marked solved.
desk-done-reopen = No. { $number } is open again.
desk-which-ticket = I can't tell which ticket you mean. Use the command in its topic, in reply to its card, or with its number: /{ $command } 12
desk-unknown-command = There's no such command, and nothing went to the subscriber. There are /claim, /resolve, /reopen, /card, /faq, /del. A note among agents begins with //.
desk-button-unknown = This button doesn't work any more. A fresh card: /card
desk-answers-nothing = I can't tell which ticket this belongs to, and nothing went to the subscriber. Reply to the card or to a message of the subscriber.
desk-ticket-reopened = The subscriber wrote, ticket No. { $number } is open again.
desk-undelivered-blocked = Not delivered: the subscriber has blocked the bot. When they come back, I will say so here, and this can be sent again.
desk-undelivered-gone = Not delivered: there's no such chat in Telegram any more, the subscriber has deleted the account.
desk-undelivered-incoming = The subscriber sent a message that Telegram didn't take here. Ask them to send it in another way.
desk-undelivered-refused = Not delivered: Telegram refused this message ({ $reason }). Try sending it in another way.
desk-again = Send again
desk-done-again =
    { $count ->
        [one] Sending { $count } message again.
       *[other] Sending { $count } messages again.
    }
desk-ticket-returned =
    The subscriber lets the bot in again. { $count ->
        [one] Meanwhile { $count } message didn't arrive.
       *[other] Meanwhile { $count } messages didn't arrive.
    }
desk-undelivered-removal = The message couldn't be removed from the subscriber's chat: Telegram allows that for 48 hours. You can still correct it: edit your message, and the subscriber's copy changes.
desk-done-del = Removing this message from the subscriber's chat.
desk-del-unsent = The message hasn't left for the subscriber yet, and now it won't.
desk-del-again = This message was removed from the subscriber's chat before.
desk-now-note = It's a note among agents now: I'm removing the message from the subscriber's chat.
desk-edit-stays = The edit stays in the group, nothing went to the subscriber. To let them read it, send it as a new message.
edited = edited
edited-under = { $header } · edited
group-not-desk =
    Hello! The id of this group is <code>{ $chat }</code>

    If agents are to work here, put it into SUPPORT_CHAT_ID and restart the bot.
    I answer here, too: call me by name (<code>@{ $bot } how do I pay</code>) or reply to what I said.

card-head =
    <b>Ticket No. { $number }</b> · { $status ->
        [new] new
        [open] in progress
       *[solved] solved
    }
card-trouble-blocked = ⚠️ Messages don't arrive: the subscriber has blocked the bot.
card-trouble-gone = ⚠️ Messages don't arrive: the subscriber has deleted the account.
card-trouble-refused = ⚠️ The last message didn't arrive: Telegram refused it.
card-trouble-back =
    ⚠️ The subscriber lets the bot in again. { $count ->
        [one] { $count } message didn't arrive
       *[other] { $count } messages didn't arrive
    }: send again by the button in the topic.
card-subscriber = Subscriber: { $name }
card-subscriber-known = Subscriber: { $name } (@{ $username })
card-phone = Phone: { $phone }
card-account =
    Contract <b>{ $contract }</b>: { $name }, { $address }
    Balance { $balance } · plan “{ $tariff }” · { $status ->
        [active] working
        [suspended] suspended
        [blocked] closed because of debt
       *[closed] ended
    }
card-no-contract = No contract is linked.
card-topic = Topic: { $topic }
card-agent = With: { $agent }
card-nobody = Nobody has it yet.
card-due = Answer due: { $when }
card-opened = Opened: { $when }
card-more-accounts =
    { $count ->
        [one] And { $count } more contract.
       *[other] And { $count } more contracts.
    }
card-files = Files: { $count }
card-words = <blockquote>{ $words }</blockquote>
