"""A folder of pages and data, already read as text, into one Guide."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.reading.data import parse_data
from guide.reading.encoding import readable
from guide.reading.frontmatter import parse_front_matter
from guide.reading.limits import check_limits, too_deep
from guide.reading.page import Fault, read_page

DATA = "_data/"
ReadPage = tuple[Page, list[Problem]]
"""A page, and what is wrong with it."""
FAULTS = {
    "not-on-paper": (
        "A worksheet holds a {words}, which a printed sheet cannot show.",
        "It would be on the screen and missing on paper.",
        "Say it in a paragraph, a list, or one of the fields in docs/about/content-model.md.",
    ),
    "scale-ends": (
        "A scale has no words for its ends{of}.",
        "A reader cannot know which end is which.",
        "Put words beside the first and the last number:  | {words} | 1 Not at all | 2 | 3 Very much |",
    ),
    "many-fields": (
        "More than {words} fields stand on one sheet, or in one list of boxes.",
        "Nobody could fill it in, and a build would be busy with its paper for minutes; none is made.",
        "Divide it into several sheets or lists, or take some out.",
    ),
    "no-name": (
        "A field has no words that say what belongs in it.",
        "Nobody could know what to write there, least of all with a screen reader.",
        "Write them before it:  Name: ____",
    ),
    "lost-blank": (
        "A blank, ____, stands where no field can be made of it.",
        "Readers would see a row of underscores.",
        "Write it in a paragraph, outside of bold words and links:  Name: ____",
    ),
    "empty-choice": (
        "A choice has no words.",
        "Nobody could know what they choose, least of all with a screen reader.",
        "Write them on the same line:  - ( ) Tomorrow",
    ),
    "no-choice": (
        "An item in a list of choices has no ( ): “{words}”.",
        "It could not be chosen, and paper would leave it out.",
        "Write  - ( ) {words}  or put it in a paragraph above the list.",
    ),
    "choice-twice": (
        "Two choices of one list have the id “{words}”.",
        "A kept answer would come back as the wrong one.",
        "Give this one an id of its own:  {{#{words}-2}}",
    ),
    "field-id": (
        "The field id “{words}” is taken.",
        "What a reader has kept would come back in the wrong place.",
        "Give this one an id of its own:  {{#{words}-2}}",
    ),
    "lost-id": (
        "The id “{words}” stands where nothing can take it.",
        "Readers would see it as it is written, and no link would lead there.",
        "Write it at the end of a heading, a box or what stands above a field, or right after a blank or a link.",
    ),
    "cell-left-out": (
        "A row of a table has more cells than its header: “{words}”.",
        "What has no column is left out, and nobody would miss it.",
        "Name one more column in the header, and its dashes below; or write  \\|  for a stroke that parts no cells.",
    ),
    "scale-row": (
        "A row of a scale has an empty cell{of}.",
        "A reader would have nothing to choose there.",
        "Write  ( )  into each cell of the row.",
    ),
    "question-field": (
        "Unknown field “{words}” of a question.",
        "The line is taken out of the answer, and nobody would miss it.",
        "Write  also:  or  aliases:  or  sources: , or begin the sentence with a capital letter.",
    ),
    "question-field-twice": (
        "“{words}:” stands twice below a question.",
        "Only the last of the lines counts, and what the other says is gone.",
        "Put all of it into one line, with semicolons between:  {words}: one; two",
    ),
    "control": (
        "<{words}> stands in the text, and does nothing there.",
        "A reader would press it, or write in it, in vain; paper and e-book would leave its words out.",
        "Say it in words, or use one of the fields in docs/about/content-model.md.",
    ),
    "own-mark": (
        "“{words}” is a mark that only the build sets.",
        "Scripts and checks know their own parts by it, and would take this for one of them.",
        "Take it out, or choose another name.",
    ),
    "table-header": (
        "A table to fill in has no header.",
        "Nobody can tell what belongs in its columns, least of all with a screen reader.",
        "Name the columns in the first row:  | What | Who | By when |",
    ),
}


def load_page(path: str, text: str, folder: str, extensions: Mapping[str, Any]) -> ReadPage:
    """One page, by its path from the docs folder and its text; see `read_guide`."""
    source, own = f"{folder}/{path}", dict(extensions)
    front, problems = parse_front_matter(text, source)
    limits = check_limits(front.body, front.body_line, source)
    empty = replace(front, body="")
    try:
        page, faults = read_page(source, address_of(path), empty if limits else front, own)
    except RecursionError:
        limits = [too_deep(front.body, front.body_line, source)]
        page, faults = read_page(source, address_of(path), empty, own)
    return replace(page, file=path), [*problems, *limits, *(_problem_of(fault, source) for fault in faults)]


class Reader:
    """What reads the pages and the data of a guide. One that remembers them may take its place."""

    def pages(self, texts: Mapping[str, str], folder: str, extensions: Mapping[str, Any]) -> list[ReadPage]:
        """The pages of {path from the docs folder: text}, in that order."""
        return [load_page(path, text, folder, extensions) for path, text in texts.items()]

    def data(self, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
        """See `parse_data`."""
        return parse_data(texts)


NOTHING_KEPT = Reader()


def read_guide(
    texts: Mapping[str, str],
    folder: str = "docs",
    extensions: Mapping[str, Any] | None = None,
    address: str = "",
    files: Collection[str] | None = None,
    reader: Reader = NOTHING_KEPT,
) -> tuple[Guide, list[Problem]]:
    """Read {path from the docs folder: text} into a guide.

    Nothing is raised for an author's mistake: a page that cannot be understood is kept as far as it can be read, and
    each mistake is a Problem. `extensions` (`extra`, `configs`) are Markdown extensions that a site adds to ours;
    `address` is where it stands, and `files` are all that make it, by their paths from the folder of pages.
    """
    texts, problems = _readable(texts, folder)
    data, found = reader.data({f"{folder}/{path}": text for path, text in texts.items() if _is_data(path)})
    problems += found
    written = {path: text for path, text in sorted(texts.items()) if path.endswith(".md") and not path.startswith(DATA)}
    read = reader.pages(written, folder, extensions or {})
    problems += [one for _, found in read for one in found]
    known = None if files is None else frozenset(files)
    guide = Guide(tuple(sorted((page for page, _ in read), key=lambda page: page.url)), data, address, folder, known)
    return guide, problems


def address_of(path: str) -> str:
    """The address of a page: `steps/trust/` for `steps/trust.md`, "" for `index.md`."""
    stem = path.removesuffix(".md")
    if stem.rpartition("/")[2] in ("index", "README"):
        stem = stem.rpartition("/")[0]
    return f"{stem}/" if stem else ""


def _readable(texts: Mapping[str, str], folder: str) -> tuple[dict[str, str], list[Problem]]:
    read = {path: readable(text, f"{folder}/{path}") for path, text in texts.items()}
    return {path: text for path, (text, _) in read.items()}, [one for _, found in read.values() for one in found]


def _is_data(path: str) -> bool:
    return path.startswith(DATA)


def _problem_of(fault: Fault, source: str) -> Problem:
    what, why, mend = FAULTS[fault.name]
    words = {"words": fault.words, "of": f" (“{fault.words}”)" if fault.words else ""}
    return Problem(source, fault.line, what.format(**words), why, mend.format(**words))
