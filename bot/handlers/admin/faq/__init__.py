"""The FAQ's room: its versions, and its care from the chat."""
