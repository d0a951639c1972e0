"""How a message is read: one spelling, layout, transliteration, typos, dictionary forms."""
