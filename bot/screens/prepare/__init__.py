"""Rows of the outbox → calls to Telegram; a file per sender."""

from bot.screens.prepare.dispatch import Preparing

__all__ = ["Preparing"]
