"""`make bench`: all measurements."""

import asyncio

from tests.bench.throughput import measure

asyncio.run(measure())
