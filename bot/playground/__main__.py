"""The playground alone: `python -m bot.playground [--port N] [--token T] [--host H]`, until Ctrl+C."""

import argparse
import asyncio
import contextlib
import ipaddress
import sys

from bot.playground.playground import Playground

GROUP_ID = -1001000000001


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description="A local Telegram to play in.")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one (default: 8081)")
    parser.add_argument("--token", default="1000:TEST", help="the bot's token (default: 1000:TEST)")
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: 127.0.0.1)")
    options = parser.parse_args()
    if not _is_loopback(options.host):
        sys.stderr.write(f"Warning: on {options.host} anyone who reaches this machine can play every person here.\n")
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_serve(options.host, options.port, options.token))
    except (OSError, ValueError) as error:  # the port is taken, the token is none
        parser.error(str(error))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _serve(host: str, port: int, token: str) -> None:
    async with Playground(token, host, port) as pg:
        cast(pg)
        sys.stdout.write(
            f"The playground: {pg.url}/\n"
            f"For the bot: TELEGRAM_API_URL={pg.url} BOT_TOKEN={token} SUPPORT_CHAT_ID={GROUP_ID}\n"
        )
        sys.stdout.flush()
        await asyncio.Event().wait()


def cast(pg: Playground) -> None:
    """Put a subscriber, an agent, an admin and their forum on the stage."""
    pg.person(1001, "Анна", last_name="Ким", username="anna", phone="+79001234567", role="subscriber")
    agent = pg.person(2001, "Олег", last_name="Агентов", role="agent")
    admin = pg.person(3001, "Мария", last_name="Главная", role="admin")
    pg.group(GROUP_ID, "Поддержка", forum=True, members=[agent], admins=[admin])


if __name__ == "__main__":
    main()
