"""What looks like a construct of Markdown and became none: readers would see its signs, or miss what it holds."""

import re
from collections.abc import Iterator

from guide.checks.look_alikes import ALERTS, SIGNS, look_alikes
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem, nearest
from guide.text.code import FENCE, with_code

ALERT = re.compile(r"(?:[\s>]*)\[!(?P<word>[^\]]+)\]")
BOX = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[(?P<sign>[^\]\s\w]|[_oOvV✓✔✗])\]\s")
CONFLICT = re.compile(r"(?:<{7}|>{7}) \S")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--|-->")
FIELDS = re.compile(r"\A(?:(?:[ \t]*\n)+(?P<late>---)|(?:[ \t]*\n)*(?P<other>\+\+\+))[ \t]*\n\w+[ \t]*[:=]")
OBJECT = re.compile(r'\A(?:[ \t]*\n)*(?P<late>;;;[ \t]*\n|\{\s*"\w+"[ \t]*:)')
AGAIN = re.compile(r"\A\s*---[ \t]*\n(?P<late>\w+)[ \t]*:.*\n(?:\w+[ \t]*:.*\n)*---[ \t]*\n")
OTHER_STYLE = re.compile(
    r"\A(?:[ \t]*\n)*(?P<field>title|description|kind|author|date|tags)[ \t]*:[ \t]", re.IGNORECASE
)
# A field of ours near the top of a page that has none: it was meant for front matter, which a slip has made text.
NEAR = 800  # characters
OURS = re.compile(r"^[^\w\n#]*(?:kind|tab)[ \t]*:[ \t]*\S", re.MULTILINE)
NEVER_CLOSED = re.compile(r"\A---[ \t]*\n[a-z_]+:")  # told as such already

EMPTY = re.compile(r'<div class="(?:care|note|handout|pause)"(?: data-line="(?P<line>\d+)")?>\s*</div>')

# An address, a note or a long form that is written once, for what is named in brackets elsewhere.
DEFINED = re.compile(r" {0,3}(?P<sign>\*?)\[(?P<name>[^\]\[]+)\]:[ \t]*(?P<what>.*)")
WORD_ALONE = re.compile(r"(?!<|[./#]|\w+:|\S+[./#]\w)\S+[ \t]*")  # taken for an address, and none
# Left in the text, for nothing has that name. `grid[0][1]` is not meant to lead anywhere.
NOWHERE = re.compile(r"\[\^(?P<note>[^\]\s]+)\]|(?<!\w)\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
# What stands between the names of a table and its rows; Markdown has made one dash of three hyphens.
DASHES = re.compile(r"[-–—\u2011]:?\s?\|\s?:?[-–—\u2011]")
COMMENT_NAME = "//"  # as many write a comment: [//]: # (words)

Found = tuple[int, str, str, str]


def check_as_written(guide: Guide) -> Iterator[Problem]:
    """Each line of each page, code aside."""
    for page in guide.pages:
        for rule in (_front_matter, _lines, look_alikes, _empty, _tables, _definitions, _nowhere, _unclosed):
            for line, what, why, mend in rule(page):
                yield Problem(page.source, line, what, why, mend)


def _front_matter(page: Page) -> Iterator[Found]:
    """Fields that do not stand first, or in another tool's way of writing them."""
    opened = (AGAIN if page.written else FIELDS).match(page.text) or (not page.written and OBJECT.match(page.text))
    other = OTHER_STYLE.match(page.text)
    why = "Its lines would be shown to readers as text, and none of its fields would count."
    if opened:
        line = page.text_line + page.text.count("\n", 0, opened.start(opened.lastgroup))
        mend = "Write them at the very top of the file, between two lines of  ---  , each as  name: value"
        yield line, "The front matter does not stand as it should.", why, mend
    elif not page.written and other:
        line = page.text_line + page.text.count("\n", 0, other.start("field"))
        mend = "Put a line of  ---  above the first field, and another below the last."
        yield line, f"“{other['field']}” stands at the top as a field, and is none.", why, mend
    elif not page.written and page.text_line == 1 and not NEVER_CLOSED.match(page.text):
        yield from _ours(page)


def _ours(page: Page) -> Iterator[Found]:
    found = OURS.search(page.text[:NEAR])
    if found:
        why = "Readers would see it, and the page is of no kind: one about safety would lead back into the guide."
        mend = "Begin the file with a line of three hyphens and nothing else, and end the fields with another."
        line = page.text.count("\n", 0, found.end()) + 1
        yield line, "A field stands in the text, and not in front matter.", why, mend


def _lines(page: Page) -> Iterator[Found]:
    for number, (line, code) in enumerate(with_code(page.text.split("\n")), page.text_line):
        if CONFLICT.match(line):
            yield (
                number,
                "A mark of a conflict stands here.",
                SIGNS,
                "Keep the lines that are right, and take the marks out.",
            )
        if not code:
            yield from ((number, *found) for found in _signs(CODE.sub("", line)))


def _signs(line: str) -> Iterator[tuple[str, str, str]]:
    alert, box = ALERT.match(line), BOX.match(line)
    if alert and alert["word"].upper() not in ALERTS and line.lstrip().startswith(">"):
        guess = nearest(alert["word"].upper(), ALERTS)
        known = f"Write  > [!{guess}]" if guess else f"Write one of  {', '.join(ALERTS)}."
        yield (
            f"There is no callout “{alert['word']}”.",
            "It would be a quote, and its first word would be in brackets.",
            known,
        )
    if box:
        yield f"A box holds “{box['sign']}”.", SIGNS, "Write  - [ ]  for an empty box, or  - [x]  for a ticked one."


def _empty(page: Page) -> Iterator[Found]:
    for found in EMPTY.finditer(page.html):
        line = int(found["line"] or page.text_line)
        yield (
            line,
            "A callout has no words.",
            "Readers would see an empty box.",
            "Write  > …  below it, or take it out.",
        )


def _tables(page: Page) -> Iterator[Found]:
    """A cell of a real one holds no such row: there each is a text of its own."""
    for words, line in page.prose:
        if DASHES.search(words):
            why = "All its cells would run into one sentence, with the signs between them."
            mend = "Write it right below the row of names, in hyphens:  |---|---|"
            yield line, "A row of dashes begins no table.", why, mend


def _definitions(page: Page) -> Iterator[Found]:
    """One of a name only, and none that was meant as a sentence."""
    seen: dict[str, int] = {}
    for number, (line, code) in enumerate(with_code(page.text.split("\n")), page.text_line):
        found = None if code else DEFINED.match(line)
        if not found or found["name"] == COMMENT_NAME:
            continue
        name = f"{found['sign']}[{found['name']}]:"
        if (before := seen.setdefault(name.lower(), number)) != number:
            why = "Only the last of them counts, and what the other says is gone."
            yield number, f"“{name}” stands on line {before} as well.", why, "Take one of them out, or rename it."
        elif _is_unused(page.text, found):
            why = "It is taken for an address, or a long form, that no words ask for: readers would not see it."
            mend = "If it is a sentence, write  \\[  for the  [  ; if not, take it out."
            yield number, f"“{name}” begins a line, and nothing else names it.", why, mend


def _nowhere(page: Page) -> Iterator[Found]:
    """Notes and links by a name that nothing has."""
    for words, line in page.prose:
        for found in NOWHERE.finditer(words):
            name = found["note"] or found["name"] or found["words"]
            kind, mark = ("note", "^") if found["note"] else ("link", "")
            at = max(0, page.text.find(found[0]))
            number = page.text_line + page.text.count("\n", 0, at) if at else line
            mend = f"Write what it stands for on a line of its own:  [{mark}{name}]: …  ; or take it out."
            yield number, f"“{found[0]}” is a {kind} to nothing.", SIGNS, mend


def _is_unused(text: str, found: re.Match[str]) -> bool:
    if found["sign"]:
        return text.count(found["name"]) == 1
    is_taken = not found["name"].startswith("^") and WORD_ALONE.fullmatch(found["what"])
    return bool(is_taken) and text.lower().count(f"[{found['name'].lower()}]") == 1


def _unclosed(page: Page) -> Iterator[Found]:
    lines = page.text.split("\n")
    coded = list(with_code(lines))
    if coded and coded[-1][1] and not _closes(lines):
        number = max(
            index for index, (line, code) in enumerate(coded) if code and (index == 0 or not coded[index - 1][1])
        )
        yield (
            page.text_line + number,
            "A block of code is never closed.",
            "All that follows on the page may be taken for code.",
            f"Write  {FENCE.match(lines[number])['fence']}  on a line of its own below the code.",
        )
    opened = 0
    for number, (line, code) in enumerate(coded, page.text_line):
        for sign in COMMENT.findall("" if code or "--" not in line else CODE.sub("", line)):
            opened = (opened or number) if sign == "<!--" else 0
    if opened:
        yield (
            opened,
            "A comment is never closed.",
            "All that follows on the page would be gone.",
            "Write  -->  where it ends.",
        )


def _closes(lines: list[str]) -> bool:
    """Whether the last line that is not empty closes the fence that it belongs to."""
    last = next((index for index in range(len(lines) - 1, -1, -1) if lines[index].strip()), 0)
    return not list(with_code([*lines[: last + 1], "after"]))[-1][1]
