### The admins' room: the FAQ, its versions, and its care from the chat.

admin-faq = FAQ
admin-state = Refresh
admin-back = ‹ Admin
admin-upload = Upload a file
admin-add = Add a question
admin-edit = Change a question
admin-history = History
admin-search = 🔎 Find by words

faq-room =
    <b>FAQ</b>

    In force is version { $version }: { $by }, { $when }.
    { $entries ->
        [one] { $entries } question
       *[other] { $entries } questions
    }{ $hidden ->
        [0] .
       *[other] , of these hidden: { $hidden }.
    }

    I check every change and show what it does before it comes into force.
faq-by-file = the file on disk
faq-download = Download the file
faq-back = ‹ FAQ
faq-history =
    <b>History</b>
faq-file-caption = Version { $version }. Edit it in any editor and send it back: its name tells me which version you began with.
faq-problem =
    <b>Line { $line }, column { $column }</b>: { $problem }.
    → { $remedy }
faq-file-refused =
    ⚠️ The file <code>{ $file }</code> was changed, but I can't read it. I answer as before.
faq-file-more =
    { $count ->
        [one] And { $count } more: <code>biletik faq check</code>.
       *[other] And { $count } more: <code>biletik faq check</code>.
    }

version-line = <b>{ $version }</b> · { $when } · { $by }: { $what }
version-number = No. { $version }
version =
    <b>Version { $version }</b>{ $in_force ->
        [yes] {" "}— in force
       *[no] {""}
    }

    { $by }, { $when }
    { $what }
version-part =
    { $kind ->
        [added] added: { $count }
        [removed] removed: { $count }
       *[changed] changed: { $count }
    }
version-restored = version { $version } restored
version-no-entries = no change of questions
version-file = Download the file
version-restore = Restore this version
version-gone = This version is gone: the last twenty are kept.

upload-ask =
    Send the FAQ's file as a document: .yaml or .yml, at most 8 MB.

    I check it and show what it changes. It comes into force only when you confirm.
upload-not-file = That is no file. I wait for a document, .yaml or .yml.
upload-offer = Is { $file } the new FAQ? Shall I check it and show what it changes?
upload-check = Yes, check it
upload-no = No
upload-left = All right, I leave the file alone.
upload-gone = I no longer remember this file. Please send it again.
upload-away = Telegram doesn't give out this file. Please send it again.
upload-refused =
    { $count ->
        [one] The file has { $count } mistake
       *[other] The file has { $count } mistakes
    }. The version before stays in force. Mend it and send it again.
upload-more =
    { $count ->
        [one] And { $count } more: all of it is in the file below.
       *[other] And { $count } more: all of it is in the file below.
    }
upload-problems-file = mistakes.txt
upload-nothing-new = Exactly this file is in force already (version { $version }): nothing to change.

draft-checking = Checking…
draft-comparing =
    Comparing the answers to known questions…

    { $tried } of { $asked } done.
draft-head = <b>What changes</b>
draft-newer = While you were writing, version { $version } came into force ({ $by }). Your change goes on top of it.
draft-entries =
    <b>{ $kind ->
        [added] Added
        [hidden] Hidden
        [shown] Shown again
        [removed] Removed
       *[changed] Changed
    }: { $count }</b>
draft-line = • { $line }
draft-rest = … and { $count } more
draft-changed = { $question } ({ $keys })
draft-values =
    <b>{ $key }</b>
    before: { $before }
    after: { $after }
draft-moved = The questions stand in another order.
draft-nothing = Questions and answers stay the same: only remarks and the layout of the file change.
draft-same-answers =
    { $asked ->
        [one] { $asked } known question leads where it did before.
       *[other] Known questions ({ $asked } tried) lead where they did before.
    }
draft-shifts = <b>Known questions answered otherwise: { $count } of { $asked }</b>
draft-shift = “{ $question }”: { $before } → { $after }
draft-astray = <b>New phrases that lead elsewhere: { $count }</b>
draft-astray-phrase = “{ $phrase }” (for “{ $meant }”) → { $after }
draft-outcome =
    { $kind ->
        [answer] “{ $questions }”
        [suggest] a choice of: { $questions }
       *[none] I don't know
    }
draft-remarks =
    <b>Noticed, but no obstacle: { $count }</b>
draft-cut = There is more: the changes don't fit into one message.
draft-confirm = Put in force
draft-cancel = Cancel
draft-again = Make the change on version { $version }
draft-compare = Compare with version { $version }
draft-stale =
    Somebody was faster: version { $version } ({ $by }) is in force, and yours was made from an earlier one.

    Put in force as it is, it would undo what is new. Compare it with what is in force first.
draft-published =
    Done: version { $version } is in force.
    The file <code>{ $file }</code> on disk is up to date.
draft-published-not-written =
    Done: version { $version } is in force.

    The file <code>{ $file }</code> on disk is as before: it can't be written, or it was edited without me. Download the version and put it in its place.
draft-cancelled = Cancelled. The version before stays in force.

edit-categories = Which question shall change? Choose a section, or find it by words.
edit-category = <b>{ $name }</b>. Which question?
edit-entry =
    { $hidden ->
        [yes] 🙈{" "}
       *[no] {""}
    }{ $question }
edit-found =
    { $count ->
        [0] Nothing was found by “{ $asked }”. Try other words.
       *[other] Found by “{ $asked }”:
    }
edit-card =
    <b>{ $question }</b>{ $hidden ->
        [yes] {" "}(hidden)
       *[no] {""}
    }
    { $category } · <code>{ $id }</code> · phrasings: { $variants } · keywords: { $keywords }
change-question = Question
change-answer = Answer
change-variants = Phrasings
change-keywords = Keywords
change-category = Section
change-hide = Hide
change-unhide = Show again
edit-back = ‹ Sections
edit-back-category = ‹ Questions of the section
edit-gone = This question is gone. Here are those that there are.

field-question = question
field-answer = answer
field-variants = phrasings
field-keywords = keywords
field-category = section
field-actions = buttons
field-answers = answers for different people
field-attachments = files
field-hidden = visibility
field-id = id

step-back = ‹ Back
step-cancel = Cancel
step-clear = Remove all
step-skip = No keywords
step-keep = Keep it as it is
step-variants =
    Also asked as:
    <blockquote>{ $variants }</blockquote>
step-drop-variants = Without other wordings
step-keep-id = Keep { $id }
step-search = Write words of the question: I find it, even a hidden one.
step-question = <b>New question</b>. How do subscribers ask it? In one sentence.
step-category = In which section? Choose one, or write the name of a new one.
step-answer =
    Write the answer as the subscriber shall see it. Bold, italics, links and code are kept.
step-keywords = Keywords separated by commas, if there are any: they help to find the question.
step-id = A short name of the question for the file and for links: <code>{ $id }</code>. Keep it, or write another (small Latin letters, digits, hyphens)?
step-field =
    { $field ->
        [question] Write the question anew.
        [answer] Write the answer anew, as the subscriber shall see it. Bold, italics, links and code are kept.
        [variants] Write all phrasings, each on a line of its own: they replace the ones before.
        [keywords] Write all keywords separated by commas: they replace the ones before.
       *[category] Choose a section, or write the name of a new one.
    }
step-now = Now:
step-not-text = Text is needed.
step-too-long = Too long: keep it within { $limit } characters.
step-id-wrong = That won't do: only small Latin letters, digits and hyphens between them, up to 48 characters.
step-id-taken = Another question has this name.
step-cancelled = Nothing was changed.
