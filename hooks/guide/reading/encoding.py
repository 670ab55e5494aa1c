"""The characters of a file. What is no UTF-8, or cannot be seen, is told, and shown as a sign that stands for it."""

import re

from guide.model.problems import Problem

# Python's own way to keep a byte that is no character: the `surrogateescape` with which files are read.
KEPT_BYTE = re.compile("[\udc80-\udcff]")
TURNING = "(?:[\u061c\u200e\u200f]|&(?:lrm|rlm|#820[67]|#[xX]0*200[eEfF]|#1564|#[xX]0*61[cC]);)"
# Controls (a tab and the ends of lines aside), and what turns a line around, so that it reads as what it is not.
# A line ends with its own sign alone: what else ends one (U+0085, U+2028, U+2029) would end it for some programs only.
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\u2800\u3164\ufeff"
UNSEEN = re.compile(
    f"[{CONTROLS}]"
    "|&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]|200[bB]|202[89a-eA-E]|206[06-9]|2800|3164|[fF][eE][fF]{2})"
    "|0*(?:[0-8]|11|12|1[4-9]|2\\d|3[01]|127|8203|823[2-8]|8288|829[4-7]|10240|12644|65279));"
    "|&(?:ZeroWidthSpace|Negative\\w+Space|NoBreak);"
    # Marks of direction belong to other scripts; beside a figure they turn a number round.
    f"|(?<=\\d){TURNING}|(?<=\\d ){TURNING}|{TURNING}(?= ?\\d)"
)
LONE_RETURN = re.compile("\r(?!\n)")
SIGN = "\ufffd"
# With one of these begins whatever is looked for; most texts have none, and need not be searched for each.
SUSPECT = re.compile(f"[\r&{CONTROLS}\u061c\u200e\u200f\udc80-\udcff{SIGN}]")
BYTE_ORDER_MARK = "\ufeff"


def readable(text: str, path: str) -> tuple[str, list[Problem]]:
    """A text as people can read it, its lines ended by a line feed.

    Its first byte that is no character is a problem, its first unseen sign, and its first line that ends unseen.
    """
    text, problems = text.removeprefix(BYTE_ORDER_MARK), []
    if not SUSPECT.search(text):
        return text, problems
    for pattern, sign, problem_of in MENDED:
        found = pattern.search(text)
        if found:
            problems.append(problem_of(path, text.count("\n", 0, found.start()) + 1))
            text = pattern.sub(sign, text)
    return text.replace("\r\n", "\n"), problems


def _not_utf_8(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "The file is not saved as UTF-8.",
        f"Readers would see {SIGN} in place of quotes, dashes and letters with accents.",
        "Open it in its old encoding (often Windows-1252), and save it as UTF-8.",
    )


def _lost_letter(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        f"The line holds {SIGN}, which stands where a letter was lost.",
        "Readers would see it in place of a quote, a dash or a letter with an accent.",
        "Write the letter that stood there.",
    )


def _unseen(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "The line holds a sign that cannot be seen.",
        "It may hide words, or turn them around: a reader would get something else than whoever reads the change.",
        "Write the line anew, in place of copying it.",
    )


def _lone_return(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "A line ends with a carriage return alone.",
        "A diff shows what follows as one line with it, a comment maybe, and the build reads it as a line of its own.",
        "Save the file with the line ends of Unix (LF).",
    )


MENDED = (
    (re.compile(SIGN), SIGN, _lost_letter),
    (KEPT_BYTE, SIGN, _not_utf_8),
    (UNSEEN, SIGN, _unseen),
    (LONE_RETURN, "\n", _lone_return),
)
