"""How each voice quotes words that somebody else wrote, so that none of them is taken for an order to whoever listens.

A file's name, a title or a value of data may hold anything: what moves a terminal's cursor, what turns a line around,
the end of a line, or the beginning of a command.
"""

import re
import unicodedata

# Signs without a look of their own, ends of lines, and halves of characters (bytes of a name that is no UTF-8). Joiners
# belong to words of some scripts, and to pictures.
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
JOINERS = "\u00ad\u200c\u200d"
# GitHub's runner takes `##[` for the beginning of a command wherever it stands in a line.
COMMAND = re.compile(r"##(?=\[)")
MARKUP = re.compile(r"[\\`*\[\]<>]")
SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """For a terminal and a log: one line of signs that can be seen, the others by their numbers (`\\x1b`)."""
    return COMMAND.sub("# #", "".join(map(_seen, text)))


def in_message(text: str) -> str:
    """For the message of a GitHub annotation, which may have lines."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def in_property(text: str) -> str:
    """For what an annotation says of itself: its file, its title."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")


def in_markdown(text: str) -> str:
    """For a piece of a line of Markdown: words, and no markup."""
    return MARKUP.sub(r"\\\g<0>", SPACE.sub(" ", text))


def _seen(sign: str) -> str:
    hidden = unicodedata.category(sign) in UNSEEN and sign not in JOINERS
    return sign.encode("unicode_escape").decode() if hidden else sign
