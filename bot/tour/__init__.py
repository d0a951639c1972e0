"""The tour: every audience's part, played unattended; each step must show what it should."""

from bot.tour.cast import Cast
from bot.tour.play import play

__all__ = ["Cast", "play"]
