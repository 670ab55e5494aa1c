"""What the build says of itself."""

import logging

from guide.model.voices import visible


def say_it_visibly() -> None:
    """Let no sign that a log quotes be taken for an order by whoever reads it; MkDocs quotes links as they stand."""
    for handler in logging.getLogger("mkdocs").handlers:
        if _made_visible not in handler.filters:
            handler.addFilter(_made_visible)


def _made_visible(record: logging.LogRecord) -> bool:
    record.msg, record.args = "\n".join(map(visible, record.getMessage().split("\n"))), ()
    return True
