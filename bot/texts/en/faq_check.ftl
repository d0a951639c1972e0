### Mistakes of an FAQ file: what is wrong and what to do (biletik faq check, upload from the chat).

faq-check-line = { $file }:{ $line }:{ $column }: { $problem }
faq-check-warning-line = { $file }:{ $line }:{ $column }: warning: { $problem }
faq-check-remedy-line = {"    "}→ { $remedy }
faq-check-clean = { $file }: all is well, { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}.
faq-check-total = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}.

faq-check-unreadable = the file can't be opened: { $reason }
faq-check-unreadable-remedy = Check the path (FAQ_PATH or the name in the command) and the right to read it.
faq-check-too-large = the file is larger than { $megabytes } MB
faq-check-too-large-remedy = Take out what isn't needed: ten thousand detailed answers are smaller.
faq-check-encoding = the file isn't UTF-8
faq-check-encoding-remedy = Save it as UTF-8 (in the editor: "Save as" → UTF-8).
faq-check-empty = the file is empty
faq-check-empty-remedy = Begin with the lines "version: 1" and "entries:" and list the questions under them.
faq-check-tab = the indent is a tab
faq-check-tab-remedy = YAML takes only spaces: replace each tab by two spaces.
faq-check-syntax = the YAML can't be read: { $reason }
faq-check-syntax-remedy = Look at this line and the one before: mostly it is the indent, an open quote, or a colon in a text (put such a text in quotes).
faq-check-too-deep = nested deeper than { $depth } levels
faq-check-too-deep-remedy = Three levels are enough for questions: entries, key, list.
faq-check-too-many = aliases (*name) unfold to more than { $values } values
faq-check-too-many-remedy = Write the text itself, without anchors & and aliases *.
faq-check-duplicate-key = the key "{ $key }" stands twice
faq-check-duplicate-key-remedy = Keep one: the second has no effect.
faq-check-not-faq = the file isn't a set of keys
faq-check-not-faq-remedy = "version: 1" and "entries:" must stand at the top.
faq-check-missing-key = the key "{ $key }" is missing
faq-check-missing-key-remedy = Add "{ $key }: …" at the indent of the keys beside it.
faq-check-unknown-key = unknown key "{ $key }"
faq-check-unknown-key-remedy = There are only: { $known }. Take it out.
faq-check-misspelt-key = unknown key "{ $key }"
faq-check-misspelt-key-remedy = It looks like "{ $meant }": correct the name.
faq-check-bad-version = version "{ $version }" is not known
faq-check-bad-version-remedy = Write "version: 1".
faq-check-no-entries = there isn't a single question
faq-check-no-entries-remedy = Add at least one under "entries:": id, category, question, answer.
faq-check-not-entry = this is no question but mere text or a list
faq-check-not-entry-remedy = Each one begins with "- id: …", its other keys below it at the same indent.
faq-check-not-text = "{ $key }" must be a text
faq-check-not-text-remedy = Write one line; put it in quotes if there is a colon or a brace in it.
faq-check-not-list = "{ $key }" must be a list
faq-check-not-list-remedy = Write each item on a line of its own after "- ", or all in brackets: [one, two].
faq-check-blank = "{ $key }" has no text
faq-check-blank-remedy = Write the text or take out the empty item.
faq-check-bad-id = "{ $id }" can't be an id
faq-check-bad-id-remedy = Only lower-case Latin letters, digits and hyphens between them: pay-methods.
faq-check-id-too-long = the id "{ $id }" is longer than 48 characters
faq-check-id-too-long-remedy = Shorten it: the id goes into buttons, where there is little room.
faq-check-duplicate-id = the id "{ $value }" is taken (line { $line })
faq-check-duplicate-id-remedy = Give this question an id of its own.
faq-check-duplicate-question = "{ $first }" (line { $line }) is already asked like this: "{ $value }"
faq-check-duplicate-question-remedy = Keep the phrase in one of the two, or join them.
faq-check-dead-link = the link leads to "{ $id }", and there is no such question
faq-check-dead-link-remedy = Correct the id or take the button out.
faq-check-unknown-action = unknown action "{ $action }"
faq-check-unknown-action-remedy = There are: { $known }, and also ticket:topic and faq:id.
faq-check-unknown-topic = the topic "{ $topic }" isn't in desk.yaml
faq-check-unknown-topic-remedy = There are: { $known }. Until then the button opens a ticket without a topic.
faq-check-html-tag = Telegram doesn't know the tag <{ $tag }>
faq-check-html-tag-remedy = There are b, i, u, s, code, pre, a, blockquote, tg-spoiler; paragraphs and lists are made by line breaks.
faq-check-html-attribute = the tag <{ $tag }> has an extra attribute { $detail }
faq-check-html-attribute-remedy = Take it out: Telegram only takes href of a link, class of code and expandable of a quotation.
faq-check-html-no-href = a link <a> without an address
faq-check-html-no-href-remedy = Write <a href="https://…">text</a>.
faq-check-html-open = the tag <{ $tag }> isn't closed
faq-check-html-open-remedy = Add </{ $tag }> where the emphasis ends.
faq-check-html-closed = </{ $tag }> closes what isn't open
faq-check-html-closed-remedy = Take it out, or put <{ $tag }> before.
faq-check-html-crossed = </{ $tag }> stands before </{ $detail }>
faq-check-html-crossed-remedy = Close tags in reverse order: first { $detail }, then { $tag }.
faq-check-html-stray = the sign "<" begins no tag
faq-check-html-stray-remedy = Write &lt; instead.
faq-check-answer-too-long = the answer is longer than a message: { $length } of { $limit } characters
faq-check-answer-too-long-remedy = Shorten it, or split it in two questions and join them by the action faq:id.
