"""How much a page may hold at once: a parser of Markdown looks at each pair of signs, and some texts have millions.

So it is with a file of data, of which the search learns each line. None that people write comes near.
What is above would keep a build busy for minutes, or fill its memory.
"""

import re
from collections.abc import Iterator

from guide.model.problems import Problem

LONGEST = 10_000  # characters of a paragraph; our own have 2,000
MOST_SIGNS = 1_000  # in a paragraph: brackets, stars, quotes and the like; ours have 70
LARGEST = 1_000_000  # characters, by what is put in again and again; ours have none
DEEPEST = 20  # lists or quotes within each other
MOST_CELLS = 20_000  # of one table: as many as its heading has, in each row; ours have 60
MOST = {"headings": 1_000, "boxes": 1_000, "abbreviations": 200, "lines": 50_000}
# Of data. Four times what our own have, and more: 11,000 lines in danger, 16,000 in none, 3,700 at most in others.
MOST_LINES = {"typed/in-danger.txt": 50_000, "typed/in-no-danger.txt": 75_000}
MOST_IN_OTHERS = 20_000
MOST_VALUES = 25_000  # names, texts and figures of one YAML file; ours have 5,200

FENCE = re.compile(r"(```|~~~)[\w-]*\s*")
SIGNS = re.compile(r"[\[\]*_`<!&{^]")
# What begins a piece of its own: an item, a heading, a row, a quote.
BEGINS = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#|>|\|)")
DEEP = re.compile(
    rf"\s{{{4 * DEEPEST},}}(?:[-*+:]|\d+[.)]|!!!|\?\?\?\+?|===)\s|\s*(?:>\s*|[-*+]\s+|\d+[.)]\s+){{{DEEPEST},}}"
)
MARKDOWN = re.compile(r"<[^>]*\smarkdown\b")
DEFINED = re.compile(r" {0,3}\*?\[(?P<name>[^\]]+)\]:[ \t]*(?P<what>.*)")
COUNTED = {
    "headings": re.compile(r"\s*#"),
    "boxes": re.compile(r"\s*[-*+] \[[ xX]\]"),
    "abbreviations": re.compile(r"\s*\*\["),
    "lines": re.compile(""),
}


def check_limits(text: str, first_line: int, source: str) -> list[Problem]:
    """The first thing of which a text has too much; nothing for a text that people can read."""
    lines = text.split("\n")
    found = next(_too_much(lines), None) or next(_grown(text, lines), None)
    return [_problem(source, first_line + found[0], found[1])] if found else []


def within(text: str, path: str) -> tuple[str, list[Problem]]:
    """As much of a list as may be read; and where there is more, the line where it is too much."""
    most = MOST_LINES.get(path.partition("_data/")[2], MOST_IN_OTHERS)
    if text.count("\n") < most:
        return text, []
    *lines, rest = text.split("\n", most)
    return "\n".join(lines), [_too_many(path, most)] if rest.strip() else []


def too_deep(text: str, first_line: int, source: str) -> Problem:
    """What is said of a text whose parts stand deeper within each other than the parser can go."""
    lines = text.split("\n")
    opened = [number for number, line in enumerate(lines) if MARKDOWN.search(line)]
    deepest = max(range(len(lines)), key=lambda number: len(lines[number]) - len(lines[number].lstrip()))
    where = opened[min(DEEPEST, len(opened) - 1)] if opened else deepest
    return _problem(source, first_line + where, f"Parts stand more than {DEEPEST} deep within each other")


def _too_much(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The places, counted from 0, and what is too much there."""
    length, signs, cells, widest, counts = 0, 0, 0, 0, dict.fromkeys(COUNTED, 0)
    for number, line in _outside_of_fences(lines):
        widest = max(widest, line.count("|")) if "|" in line else 0
        cells = cells + widest if widest else 0
        if cells > MOST_CELLS:
            yield number, f"A table has more than {MOST_CELLS:,} cells"
        if not line.strip() or BEGINS.match(line):
            length = signs = 0
        length, signs = length + len(line), signs + len(SIGNS.findall(line))
        for name, pattern in COUNTED.items():
            counts[name] += bool(pattern.match(line))
            if counts[name] > MOST[name]:
                yield number, f"The page has more than {MOST[name]:,} {name}"
        if length > LONGEST:
            yield number, f"A paragraph has more than {LONGEST:,} characters"
        if signs > MOST_SIGNS:
            yield number, f"A paragraph has more than {MOST_SIGNS:,} signs of Markdown"
        if DEEP.match(line):
            yield number, f"Lists, quotes or notes stand more than {DEEPEST} deep within each other"


def _grown(text: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """What is written once and put in wherever it is named: an address, what an abbreviation stands for."""
    for number, line in enumerate(lines):
        found = DEFINED.match(line)
        if found:
            put_in = len(found["what"] or "".join(lines[number + 1 : number + 2]))
            if put_in * text.lower().count(found["name"].lower()) > LARGEST:
                yield number, f"The page would grow to more than {LARGEST:,} characters by what stands here"


def _outside_of_fences(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are no code, with their places. Only what is surely a fence, and closed, is one."""
    last = {line.rstrip(): number for number, line in enumerate(lines) if line.rstrip() in ("```", "~~~")}
    fence = ""
    for number, line in enumerate(lines):
        opened = FENCE.fullmatch(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
            yield number, ""
        elif opened and last.get(opened[1], -1) > number:
            fence = opened[1]
        else:
            yield number, line


def _problem(source: str, line: int, what: str) -> Problem:
    return Problem(
        source,
        line,
        f"{what}.",
        "Nobody could read that, and a build would be busy with it for minutes; the page stays empty.",
        "Divide it, or take out what stands there by mistake.",
    )


def _too_many(path: str, most: int) -> Problem:
    return Problem(
        path,
        most + 1,
        f"The file has more than {most:,} lines.",
        "A build would be busy with it for minutes; it is read no further.",
        "Take out what is like other lines.",
    )
