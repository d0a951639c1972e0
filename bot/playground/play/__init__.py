"""The people's side over HTTP: for the browser page, and for drivers outside of Python.

GET  /play/state                         everything: the bot, people, chats with their messages, faults
GET  /play/events                        what happens, as server-sent events
GET  /play/files/<file_id>               a file's content
GET  /play/calls?method=sendMessage      the journal of the bot's calls
POST /play/people                        {"id", "first_name", "phone", …} makes a person
POST /play/people/<id>/<action>          start write contact location tap press edit delete react block inline
                                         choose pay: `inputs.py` has the JSON of each
POST /play/people/<id>/files             multipart: `file` (several make an album), `caption`, `kind`, `chat_id`, …
POST /play/groups                        {"id", "title", "forum", "members": [ids], "bot"} makes a group
POST /play/groups/<id>/topics            {"name"} opens a topic; with "thread": "name", "closed", "deleted" change it
GET, POST, DELETE /play/faults           troubles in force; {"method", "chat_id", "status", "drop", …} adds one
POST /play/inject                        any update
POST /play/advance                       {"seconds"} moves Telegram's clock on
"""
