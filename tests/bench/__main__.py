"""`make bench`: all measurements, or those named.

python -m tests.bench [throughput] [matching] [startup]
"""

import asyncio
import os
import sys

from tests.bench import startup, throughput
from tests.faq.bench import speed

SECTIONS = {
    "throughput": lambda: asyncio.run(throughput.measure()),
    "matching": lambda: speed.main(speed.SIZES),
    "startup": startup.measure,
}


def main(named: list[str]) -> None:
    unknown = [name for name in named if name not in SECTIONS]
    if unknown:
        sys.exit(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name in named or SECTIONS:
        print(f"\n== {name}\n", flush=True)
        SECTIONS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
