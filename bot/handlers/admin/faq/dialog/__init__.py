"""The steps in which an admin writes: a file, a search, a new entry, another value of a field."""

from bot.handlers.admin.faq.dialog.start import start_adding, start_changing, start_search, start_upload
from bot.handlers.admin.faq.dialog.states import Gathered
from bot.handlers.admin.faq.dialog.windows import dialog

__all__ = ["Gathered", "dialog", "start_adding", "start_changing", "start_search", "start_upload"]
