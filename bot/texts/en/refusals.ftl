### Refusals and trouble: what is wrong, and what to do.

refused-not-linked = To show your balance and plan I need to know who you are. Sign in with your phone number, it takes one step.
refused-contract = This contract isn't linked to your chat.
refused-account-gone = I can't find your contract. Write to us and we will sort it out.
refused-not-own-contact = That is someone else's contact, and one can sign in only with one's own. Press “📱 Share my number” below.
refused-phone-unknown = Nothing was found for this number.
refused-kept-gone = That was passed on already, or kept too long ago. Please send it again.
refused-ticket-not-found = There is no such ticket.
refused-already-claimed = Ticket No. { $ticket } is with { $by } already.
refused-already-solved = Ticket No. { $ticket } is solved already.
refused-nothing-to-send-again = There's nothing to send: all of it was sent again already.
refused-still-blocked = The subscriber still keeps the bot out. When they come back, I will say so in the topic.
refused-not-solved = Ticket No. { $ticket } is not solved.
refused-anonymous = You write anonymously, as the group. To take or solve a ticket, switch anonymity off in your administrator rights.
refused-not-agent = Only agents can do that: members of the support group.
refused-nothing-to-remove = Send /del in reply to your own message that went to the subscriber.
refused-not-your-message = Only your own message can be removed from the subscriber's chat.
refused-too-late-to-remove = More than 48 hours have passed: Telegram no longer lets this message be removed from the subscriber's chat. You can still correct it: edit it, and the subscriber's copy changes.
refused-not-admin = Only the bot's admins can do this.
refused-draft-gone = This draft is in force already, was cancelled, or waited for too long. Open /admin → “FAQ”.
refused-draft-stale = Somebody was faster: version { $current } ({ $by }) is in force. Open /admin → “FAQ”.
refused-no-entry = The question “{ $entry }” is gone from the FAQ. Open /admin → “FAQ” and choose another.
refused-entry-exists = The name “{ $entry }” belongs to another question. Begin anew and write another.
refused-not-editable = The FAQ's file is written in a way that I can't change in part: download it, mend it and upload it whole.
refused-billing-away = I can't look into your contract just now: the billing system isn't answering. Try again in a couple of minutes.

apology = I could not handle your message. It is kept, and we are looking into it. If it's urgent, please write it again in other words.

alert-set-aside = A message could not be handled (update { $update }). Details: <code>biletik inbox list</code>.
alert-undelivered = Telegram refused a message: { $why }
alert-faq-over-chat = The FAQ's file on disk was changed, version { $version } is in force. Version { $lost } ({ $by }) was made in the chat, and its changes are not in the file. To restore it: /admin → “FAQ” → “History”.
alert-desk-closed = I can't write to the agents' group: { $why }. Check the bot's rights: <code>biletik doctor</code>. Messages are waiting.
alert-desk-public = The agents' group has a public name: anyone can see it. Make it private; until then the bot doesn't write there.
alert-two-bots = Another bot runs with this token. Keep one: messages reach now one, now the other.
alert-gap = The bot was stopped for long. Telegram keeps messages for a day, so some since { $since } (UTC) may be missing.
alert-no-topics = The agents' group has no topics, or I may not manage them. For now I work by replies to cards. README tells how to switch topics on, <code>biletik doctor</code> checks it.
alert-no-rights = The bot is not an administrator of the agents' group, so it sees only replies to its own messages. Make it an administrator.
