### Tickets as the subscriber sees them.

dialog-back = ‹ Back
dialog-cancel = Cancel
dialog-next = Next ›
dialog-topic = <b>New ticket</b>. What is it about?
dialog-description = Tell us what happened: what you did, what you see, since when.
dialog-description-more =
    So far:
    <blockquote>{ $words }</blockquote>
    You can add more, or go on.
dialog-clear-words = Start over
dialog-files =
    { $count ->
        [0] Send photos, videos or files if they help, up to 10. Or go on.
        [one] { $count } file attached. You can add more, up to 10 in all.
       *[other] { $count } files attached, up to 10 in all.
    }
dialog-files-next =
    { $count ->
        [0] No files ›
       *[other] Next ›
    }
dialog-clear-files = Remove the files
dialog-phone = Which number may we call if need be? Type it, or press a button.
dialog-phone-known = { $phone }
dialog-phone-skip = No calls, write here
dialog-phone-wrong = That doesn't look like a phone number. Example: +7 900 123-45-67.
dialog-confirm = <b>Check and send</b>
dialog-confirm-topic = Topic: { $topic }
dialog-confirm-words = <blockquote>{ $words }</blockquote>
dialog-confirm-files =
    Attached: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
dialog-confirm-phone = Phone: { $phone }
dialog-confirm-no-phone = No calls, answer here.
dialog-send = Send
dialog-cancelled = The ticket was not sent.
dialog-said-words = Added to the ticket.
dialog-said-file = Attached to the ticket.
dialog-said-enough-files = No more than 10 files fit, so this one was left out. You can send it later, into the open ticket.
dialog-said-enough-words = The description is very long already, so these words were left out. You can send them later, into the open ticket.
dialog-said-nothing = There's no description yet. A few words are enough.

ticket-opened =
    Ticket <b>No. { $number }</b> is open.

    Expect an answer { $when } or sooner. All you write here goes to it.
ticket-passed = Passed on to ticket No. { $number }.
ticket-reopened = Ticket No. { $number } is open again, and our people will see your message.
ticket-picked = Go on: everything goes to ticket No. { $number }.
ticket-claimed = { $agent } is working on ticket No. { $number }.
ticket-solved =
    Ticket No. { $number } is solved.

    If it isn't, just write and we will open it again.
agent-header = { $agent } · No. { $number }

tickets-head = <b>Your tickets</b>
tickets-none = No tickets yet.
tickets-line =
    <b>No. { $number }</b> · { $status ->
        [new] waiting for a person
        [open] in progress
       *[solved] solved
    }{ $here ->
        [yes] {" "}· you are writing here now
       *[no] {""}
    }
    { $about }
tickets-agent = With: { $agent }
tickets-due = Answer: { $when }
tickets-pick = No. { $number } · { $about }

kept-where = Where shall I pass this on?
kept-add = To No. { $number } · { $about }
ticket-new = A new ticket
kept-taken =
    { $count ->
        [one] I will attach this to the new ticket.
       *[other] I will attach all of these to the new ticket.
    }
kept-added = Added to ticket No. { $number }.
withdrawn = A question, then: I took it out of ticket No. { $number }.
withdrawn-late = A question, then. Our people have already seen it in No. { $number }, no harm done.
