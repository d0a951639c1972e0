"""Start-up as a person at the shell feels it: `biletik faq ask` as a whole process, beside an empty Python."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
RUNS = 7
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "biletik faq ask": [sys.executable, "-m", "bot", "faq", "ask", "как оплатить интернет"],
}


class Run(NamedTuple):
    seconds: float
    memory: float  # MB, at most


def measure() -> None:
    """Prints the median and the worst of some runs; the first, which fills the disk's cache, isn't counted."""
    print(f"whole process, {RUNS} runs  median   worst")
    for name, command in COMMANDS.items():
        runs = [_run(command) for _ in range(RUNS + 1)][1:]
        seconds = [run.seconds for run in runs]
        print(f"  {name:22} {median(seconds):5.2f} s {max(seconds):5.2f} s")
    print(f"  memory of the last     {max(run.memory for run in runs):5.0f} MB")


def _run(command: list[str]) -> Run:
    start = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_maxrss / 1024)
