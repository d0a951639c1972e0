"""The command line: `biletik` or `python -m bot`. A command imports only what it uses."""

import sys
from collections.abc import Iterable
from importlib import import_module

import typer

from bot.cli.mistakes import MISTAKES, explain

COMMANDS = ("run", "demo", "doctor")
GROUPS = ("faq", "billing", "inbox", "db")


def command_line(names: Iterable[str]) -> typer.Typer:
    """The commands of these names, each from the module of its name."""
    app = typer.Typer(
        help="The Telegram front desk of an Internet provider.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # its boxes print local variables, and with them secrets
    )
    app.callback()(lambda: None)
    for name in names:
        app.add_typer(import_module(f"bot.cli.{name}").app, name=name if name in GROUPS else None)
    return app


def main() -> None:
    """Runs a command; what is wrong with settings or files is said in plain words, with exit code 1."""
    everything = (*COMMANDS, *GROUPS)
    named = sys.argv[1:2]
    try:
        command_line(named if named and named[0] in everything else everything)()
    except MISTAKES as mistake:
        for line in explain(mistake):
            sys.stderr.write(f"{line}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
