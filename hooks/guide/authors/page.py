"""The beginning of a new page: where it stands, what stands in it, and what its author does next."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

from guide.authors.front_matter import front_matter_of
from guide.authors.names import path_of, refuse_taken, refuse_telling
from guide.model.guide import Guide
from guide.reading.pages import address_of
from guide.text.to_write import left_in, to_write

KINDS = {
    "step": "step",
    "block": "block",
    "sheet": "worksheet",
    "questions": "questions",
    "page": "page",
    "safety": "safety",
}
"""What a new page may be, as its author says it, and its kind."""
TICK = "- [ ] " + to_write("something to tick {#first}")
FOLDERS = {"step": "steps", "block": "blocks", "worksheet": "worksheets", "questions": "faq", "safety": "support"}
"""Where pages of a kind stand in a guide that has none of them yet."""


@dataclass(frozen=True)
class Beginning:
    """A page that is begun."""

    file: str
    """From the folder of pages: `steps/listen.md`."""
    title: str
    text: str
    besides: str = ""
    """What the page needs outside of its own file; "" for nothing."""

    @property
    def left(self) -> list[tuple[int, str]]:
        """Each line on which something is left to the author, and what that is."""
        lines = [(number, left_in(line)) for number, line in enumerate(self.text.splitlines(), 1)]
        left = [(number, what.partition(" {#")[0].rstrip('"]')) for number, what in lines if what]
        return [*([(1, self.besides)] if self.besides else []), *left]


def begin_page(asked: str, name: str, guide: Guide, today: date, title: str = "") -> Beginning:
    """A new page of one of KINDS. Raises RefusedError for a name that no page can have, or that one has."""
    kind, path = KINDS[asked], path_of(name)
    if "/" not in path:
        path = posixpath.join(_folder_of(kind, guide), path)
    file = f"{path}.md"
    refuse_taken(file, guide)
    if kind == "safety":
        refuse_telling(address_of(file), guide)
    stem = path.rpartition("/")[2]
    title = " ".join(title.split()) or _title_of(stem)
    words = {"title": title, "name": stem, "care": _care(file, guide), "help": _help(file, guide)}
    words["parts"] = "\n\n".join(_parts(kind, words, guide))
    body = Path(__file__).parent.joinpath("beginnings", f"{kind}.md").read_text(encoding="utf-8")
    text = front_matter_of(kind, title, guide, today) + "\n" + _filled(body, words)
    return Beginning(file, title, text, _example(stem, guide) if kind == "worksheet" else "")


def _example(sheet: str, guide: Guide) -> str:
    """What is asked of a sheet besides; "" in a guide that asks for no examples."""
    asked = (guide.shape.get("worksheet") or {}).get("examples")
    return f"an example of the sheet, in {guide.data_file(f'examples/{sheet}.yml')}" if asked else ""


def _filled(text: str, words: Mapping[str, str]) -> str:
    return Template(text).substitute(words).rstrip("\n") + "\n"


def _folder_of(kind: str, guide: Guide) -> str:
    """Where most pages of a kind stand; a plain page stands where its author says."""
    if kind == "page":
        return ""
    found = Counter(posixpath.dirname(page.file) for page in guide.of_kind(kind))
    return found.most_common(1)[0][0] if found else FOLDERS[kind]


def _title_of(stem: str) -> str:
    words = stem.replace("-", " ")
    return words[:1].upper() + words[1:]


def _way(file: str, way: Mapping[str, Any] | None, guide: Guide) -> str:
    """A link to a page that words.yml leads to from everywhere; "" where the guide names none."""
    page = guide.page_at(way["page"]) if way else None
    if page is None:
        return ""
    part = f"#{way['part']}" if way.get("part") else ""
    return f"[{way['text']}]({posixpath.relpath(page.file, posixpath.dirname(file) or '.')}{part})"


def _care(file: str, guide: Guide) -> str:
    """The box that leads whoever is in danger away from advice; "" in a guide without such pages."""
    way = _way(file, (guide.data.get("words") or {}).get("first"), guide)
    whom = to_write("for whom this would not be safe, as a question?")
    return f"> [!CAUTION]\n> {whom} Read {way} first, on your own.\n\n" if way else ""


def _help(file: str, guide: Guide) -> str:
    """The end of a safety page: the help lines, and the way to all of them."""
    way = _way(file, (guide.data.get("words") or {}).get("help"), guide)
    ends = [way and f"- {way}", "<!-- guide: help-lines -->" if guide.data.get("help-lines") else ""]
    return "\n\n".join(["## Find a line {#help-lines}", *filter(None, ends)]) if any(ends) else ""


def _parts(kind: str, words: Mapping[str, str], guide: Guide) -> Iterator[str]:
    """The parts that each page of the kind has; in a guide that asks for none, one to begin with."""
    parts = (guide.shape.get(kind) or {}).get("parts") or []
    named = "worksheets" in ((guide.shape.get(kind) or {}).get("fields") or [])
    for part in parts or [{"id": "first", "title": to_write("what comes first"), "why": "one thing to do"}]:
        if part["id"] == "checklist":
            yield _filled("## Checklist: $title {#$name-list .checklist}\n\n", words) + f"\n{TICK}"
        elif part["id"] == "sources" or (part["id"] == "worksheets" and named):
            yield f"## {part['title']} {{#{part['id']}}}\n\n<!-- guide: {part['id']} -->"
        else:
            yield f"## {part['title']} {{#{part['id']}}}\n\n{to_write(part['why'])}"
