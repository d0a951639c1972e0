"""What the FAQ could learn: gaps, agents' suggestions, and the picture of the weeks. For admins only."""

from aiogram import Router

from bot.handlers.admin.filters import OnlyAdmins
from bot.handlers.admin.learning import chart, gaps, lesson, suggested

router = Router(name="learning")
router.callback_query.middleware(OnlyAdmins())
router.include_routers(gaps.router, suggested.router, lesson.router, chart.router)
