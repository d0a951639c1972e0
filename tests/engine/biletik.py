"""The real command line in processes of its own, which may be killed.

Importing aiogram takes seconds, so a server imports once and forks for each start; what runs then is `biletik …`.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_fork = multiprocessing.get_context("forkserver")
_fork.set_forkserver_preload(["bot.cli.run", "bot.cli.doctor", "bot.cli.inbox", "bot.cli.billing", "bot.cli.db"])


def start(arguments: Sequence[str], settings: Mapping[str, str], output: Path) -> ForkServerProcess:
    """Starts `biletik` with these settings and no others; what it prints goes to a file, one start after another."""
    process = _fork.Process(target=_main, args=(list(arguments), dict(settings), str(output), str(Path.cwd())))
    process.start()
    return process


async def ended(process: ForkServerProcess, seconds: float = 20.0) -> int:
    """The exit code, once it has ended by itself; it is killed if it doesn't."""
    await asyncio.to_thread(process.join, seconds)
    if process.exitcode is None:
        kill(process)
        raise AssertionError("biletik has not ended")
    return process.exitcode


def kill(process: ForkServerProcess) -> None:
    """SIGKILL."""
    process.kill()
    process.join()


async def biletik(*arguments: str, settings: Mapping[str, str], output: Path) -> tuple[int, str]:
    """Runs a command to its end; its exit code, and what it printed on both streams."""
    await asyncio.to_thread(output.unlink, missing_ok=True)
    code = await ended(start(arguments, settings, output))
    return code, await asyncio.to_thread(output.read_text)


def _main(arguments: list[str], settings: dict[str, str], output: str, folder: str) -> None:
    os.chdir(folder)
    os.environ.update(settings)
    log = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    sys.argv = ["biletik", *arguments]
    from bot.__main__ import main  # noqa: PLC0415 - only here are the arguments set

    main()
