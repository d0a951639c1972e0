"""Questions answered a second, end to end: the whole bot on SQLite beside a bare aiogram echo bot."""

import asyncio
import itertools
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.telegram import Counter, serving

ROOT = Path(__file__).parent.parent.parent
QUESTIONS = 1500
CHATS = 300
PAIRS = 3
ASKED = ("как оплатить интернет", "не работает вайфай", "забыл пароль от роутера", "включить автоплатеж")


async def measure() -> None:
    """Runs both in turn and prints each rate and the ratio of the medians."""
    ours, rivals = [], []
    for _ in range(PAIRS):
        rivals.append(await _rate([sys.executable, "-m", "tests.bench.echo"]))
        ours.append(await _rate([sys.executable, "-m", "bot", "run"]))
    print(f"questions a second, {QUESTIONS} from {CHATS} chats at once, polling, SQLite")
    print(f"  bare aiogram echo bot  {' '.join(f'{rate:6.0f}' for rate in rivals)}   median {median(rivals):.0f}")
    print(f"  biletik                {' '.join(f'{rate:6.0f}' for rate in ours)}   median {median(ours):.0f}")
    print(f"  ratio of the medians   {median(ours) / median(rivals):.2f}")


async def _rate(command: list[str]) -> float:
    questions = list(itertools.islice(itertools.cycle(ASKED), QUESTIONS))
    counter = Counter(questions, CHATS)
    with tempfile.TemporaryDirectory() as folder:
        async with serving(counter) as url:
            environment = os.environ | {
                "BOT_TOKEN": "1000:BENCH-TOKEN-OF-NO-BOT",
                "TELEGRAM_API_URL": url,
                "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db",
                "HTTP_PORT": "0",
            }
            process = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=environment, stderr=asyncio.subprocess.DEVNULL
            )
            try:
                await asyncio.wait_for(counter.done.wait(), 120)
            finally:
                process.kill()
                await process.wait()
    return counter.rate
