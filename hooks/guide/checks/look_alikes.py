"""What other tools, or a slip, write for a list, a box, a callout or a blank, and Markdown takes for words."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.model.page import Page
from guide.model.problems import nearest
from guide.text.code import with_code

SIGNS = "Readers would see the signs as they are written."
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
CALLED = (
    "note abstract summary tldr info todo tip hint important success check done question help faq warning caution"
    " attention failure fail missing danger error bug example quote cite"
)
ADMONITIONS = CALLED.split()
RUN_ON = "All these lines would run into one sentence."
WORDS = "|".join((*ALERTS, "DANGER", "INFO"))

BOX_ALONE = re.compile(r"\s*(?:[–—•·‣▪●◦] ?)?\[[ xX]?\]\s+\w")
BOX_DRAWN = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)]) +[☐☑☒]")
NEARLY_ALERT = re.compile(rf"\s*>\s*(?!\[![^\]]+\])(?:\[!?|!\[?)\s*(?P<word>{WORDS})\s*\]?:?\s*$")
NO_ALT = re.compile(r"!\[\s*\]\([^)]")
CODE = re.compile(r"`[^`]*`")
BARE_ALERT = re.compile(rf"\s*\[!(?P<word>{WORDS})\]", re.IGNORECASE)
LATE_ALERT = re.compile(rf"\s*>\s*\[!(?P<word>{WORDS})\]", re.IGNORECASE)
FOREIGN = re.compile(r":::+ ?\w|\{% \w|\.\. \w+::")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?) ?(?P<word>[\w-]+)(?P<rest>.*)")
ADMITTED = re.compile(r'(?: +[\w-]+)*(?: +"[^"]*")?\s*')
SIGN = (
    r"(?:(?P<dot>[•·‣▪●◦])|[-+](?=[^\W\d_])|[\u2010-\u2015\u2212] ?"
    r"|\(?\d{1,2}[.)](?=[^\W\d_])|\(\d{1,2}\) |\(?[a-z]\) |[ivx]{1,4}[.)] )"
)
LISTED = re.compile(rf"{SIGN}\s*\S")
SHORT_BLANK = re.compile(r"(?<![_\w\\])_{2,3}(?![_\w])(?=.*\w)|(?<=\w )_{2,3}(?![_\w])|(?<=: )_{2,3}$|\.{6,}")

Found = tuple[int, str, str, str]


def look_alikes(page: Page) -> Iterator[Found]:
    """Line by line, each held against the one above it; code aside."""
    lines = enumerate(with_code(["", *page.text.split("\n"), ""]), page.text_line - 1)
    told = False  # of these lines already
    for (_, (above, _)), (number, (line, code)) in pairwise(lines):
        if code:
            continue
        for what, why, mend in (*_boxes(line, above), *_callouts(line, above, page), *_blanks(line, page)):
            yield number, what, why, mend
        item, before = LISTED.match(line), LISTED.match(above)
        is_listed = bool(item and (item["dot"] or before))
        if is_listed and not told:
            what = f"Lines begin with “{item[0][:-1].strip()}”, which makes no list."
            yield (
                number - bool(before),
                what,
                RUN_ON,
                "Write  - …  or  1. …  on each, with a space.",
            )
        if _is_empty(above, line):
            yield (
                number - 1,
                "A callout has no words.",
                "Readers would see an empty box.",
                f"Write      {line.strip()[:40]}",
            )
        told = is_listed or bool(item and told)


def _boxes(line: str, above: str) -> Iterator[tuple[str, str, str]]:
    if NO_ALT.search(CODE.sub("", line)):
        why = "Whoever does not see it would miss what it shows; so would a printed list."
        yield "A picture has no words.", why, "Write them between its brackets:  ![A cup]"
    if BOX_ALONE.match(line) and not above.strip().startswith("|"):
        yield "A box stands in no list.", SIGNS, f"Write  - [ ] {line.partition(']')[2].strip()[:40]}"
    if BOX_DRAWN.match(line):
        yield "A box is drawn, and cannot be ticked.", SIGNS, "Write  - [ ]  or  - [x]  ."


def _callouts(line: str, above: str, page: Page) -> Iterator[tuple[str, str, str]]:
    nearly = NEARLY_ALERT.match(line) or BARE_ALERT.match(line)
    late = LATE_ALERT.match(line) if above.lstrip(" >") and above.lstrip().startswith(">") else None
    if nearly:
        yield f"“{line.strip(' >')[:40]}” begins no callout.", SIGNS, f"Write  > [!{nearly['word'].upper()}]"
    elif late:
        yield "A callout begins in the midst of a quote.", SIGNS, "Put an empty line above it."
    elif FOREIGN.match(line) and line.split()[0][:3] in page.html:  # an extension of the site may know it
        yield (
            f"“{line.strip()[:40]}” is another tool’s sign.",
            SIGNS,
            "Write a callout as  > [!NOTE]  ; or take it out.",
        )
    else:
        yield from _admonition(line)


def _admonition(line: str) -> Iterator[tuple[str, str, str]]:
    found = ADMONITION.match(line)
    if not found:
        return
    if not ADMITTED.fullmatch(found["rest"]):
        yield f"“{line.strip()[:40]}” begins no callout.", SIGNS, f'Write  !!! {found["word"]} "Title"'
        return
    word = found["word"].lower()
    guess = nearest(word, ADMONITIONS, 0.75)
    if guess and word not in ADMONITIONS:
        yield f"There is no callout “{word}”.", "It would be called so, and look like none.", f"Write  !!! {guess}"


def _is_empty(above: str, line: str) -> bool:
    """Whether a callout that begins on the line above has its words not further in."""
    found = ADMONITION.match(above)
    return bool(found and ADMITTED.fullmatch(found["rest"]) and line.strip() and not line.startswith((" ", "\t")))


def _blanks(line: str, page: Page) -> Iterator[tuple[str, str, str]]:
    if page.kind == "worksheet" and not line.lstrip().startswith("|") and SHORT_BLANK.search(line):
        yield "A blank is too short, or made of dots, to be one.", SIGNS, "Write four underscores:  Name: ____"
