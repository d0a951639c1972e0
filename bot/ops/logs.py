"""One line per event, for people at a terminal and as JSON elsewhere; the bot's token never gets into one."""

import logging
import re
import sys
from types import TracebackType
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,}(\d\d)"  # however it is spaced
    r"|(?<![\w.-])[1-9]\d{8,12}(\d\d)(?!\w)"  # as Telegram writes it in a contact; a supergroup's id has a minus
)
_QUIET = (
    "aiogram",
    "aiogram_dialog",
    "aiohttp.access",
    "alembic",
    "apscheduler",
    "pymorphy3",
    "sqlalchemy",
    "watchfiles",
)


def start_logging(token: str | None = None) -> None:
    """Sets up structlog, and sends other libraries' warnings the same way."""
    terminal = sys.stderr.isatty()
    # plain tracebacks: fuller ones print local variables, and with them what people wrote
    for_people = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    renderer: Any = for_people if terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *([] if terminal else [structlog.processors.format_exc_info]),
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(formatter, token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What ends the process goes the same way as any other line, and through the same mask."""
    if isinstance(error, Exception):
        logging.getLogger(__name__).critical("ended by an error", exc_info=(kind, error, trace))
    else:
        sys.__excepthook__(kind, error, trace)


class _Redacting(logging.Formatter):
    """The last thing before a line leaves: whatever looks like a token or a phone number is masked."""

    def __init__(self, inner: logging.Formatter, token: str | None) -> None:
        super().__init__()
        self._inner = inner
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The inner formatter's line without secrets."""
        line = self._inner.format(record)
        if self._token:
            line = line.replace(self._token, "<token>")
        return _PHONE.sub(_masked, _TOKEN.sub("<token>", line))


def _masked(found: re.Match[str]) -> str:
    return f"<phone …{found[1] or found[2]}>"
