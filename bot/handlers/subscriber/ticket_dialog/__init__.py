"""The guided dialog that opens a ticket: topic, description, files, phone, summary."""

from bot.handlers.subscriber.ticket_dialog.start import Beginning, start
from bot.handlers.subscriber.ticket_dialog.windows import dialog

__all__ = ["Beginning", "dialog", "start"]
