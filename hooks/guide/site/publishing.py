"""The build publishes only what it knows: pages, pictures, and what mkdocs.yml asks for by name (`extra: publish:`)."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pathspec import GitIgnoreSpec

from guide.model.guide import Guide
from guide.model.places import is_name, is_order, too_large
from guide.model.problems import NOTICE, Problem, nearest
from guide.reading.files import FoundFile
from guide.site.claims import check_places
from guide.site.drawings import deed_of
from guide.site.pictures import picture_fault

PAGE = ".md"
PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
DATA = "_data/"
CONFIG = "mkdocs.yml"
MAIN = "main.html"
NOBODYS = ("404.html", "print.html")
"""Templates for pages that the build makes: with one of them a page would not be of its own kind."""
EXTENDS = re.compile(r"""{%-?\s*extends\s+["']([^"']+)["']""")


@dataclass(frozen=True)
class Publishing:
    """What a site may publish, and what stands in its theme."""

    folder: str
    """The folder of pages, from the project's root."""
    asked: Sequence[str] = ()
    """Patterns, as git reads them, of what the site publishes besides."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The templates at the top of its theme: {name: text}."""
    theme_files: Collection[str] = ()
    """The files of its theme, by their path from there, and the whole guide as one file."""
    kept_back: Collection[str] = ()
    """The files of the folder of pages that the site leaves out."""

    def asks_for(self, path: str) -> bool:
        """Whether the site asks for a file by name."""
        return GitIgnoreSpec.from_lines(self.asked).match_file(path)

    def _shows_its_like(self, file: FoundFile) -> bool:
        """Whether what a link shows is published at its own place too, and as the same kind of file."""
        alike = PurePosixPath(file.path).suffix.lower() == PurePosixPath(file.target).suffix.lower()
        return alike and file.target not in self.kept_back and not is_order(file.target)

    def refusal_of(self, file: FoundFile) -> Problem | None:
        """Why a file of the folder of pages is not published; None where it is."""
        source, ending = f"{self.folder}/{file.path}", PurePosixPath(file.path).suffix
        if file.leads_out:
            return links_out(source)
        if not is_name(file.path):
            return _too_large(source, much) if (much := too_large(file.path)) else _odd_name(source)
        if file.target and not self._shows_its_like(file):
            return _shows_another(source, file.target)
        if self.asks_for(file.path):
            return None
        if is_order(file.path) or (ending != PAGE and ending.lower() not in PICTURES):
            return _unknown(source, file.path)
        deed = deed_of(file.text) if ending.lower() == ".svg" else ""
        return _does(source, deed) if deed else picture_fault(file, source)


def check_publishing(guide: Guide, files: Collection[FoundFile], publishing: Publishing) -> Iterator[Problem]:
    """Files of the folder of pages that are not published, or stand where another does, and pages' templates."""
    refused = {file.path: problem for file in files if (problem := publishing.refusal_of(file))}
    yield from refused.values()
    if publishing.asked:
        yield _told(publishing.asked)
    yield from _check_templates(guide, publishing)
    media = [file.path for file in files if file.path not in refused and not file.path.endswith(PAGE)]
    yield from check_places(guide, media, publishing.folder, publishing.theme_files)


def page_templates(templates: Mapping[str, str]) -> list[str]:
    """Those templates that have the skeleton of every page: the policy, and the way out."""
    found = {MAIN} & set(templates)
    while more := {name for name, text in templates.items() if set(EXTENDS.findall(text)[:1]) & found} - found:
        found |= more
    return sorted(found)


def _check_templates(guide: Guide, publishing: Publishing) -> Iterator[Problem]:
    known = [name for name in page_templates(publishing.templates) if name not in NOBODYS]
    for page in guide.pages:
        name = page.fields.get("template")
        if name is not None and name not in known:
            guess = nearest(name, known)
            yield Problem(
                page.source,
                page.lines.get("template", 1),
                f"“{name}” is no template of a page.",
                "The page would be without its policy and its way out.",
                f"Write  template: {guess}" if guess else "Take the line out: the page's kind has a template.",
            )


def check_links(folders: Mapping[str, Collection[FoundFile]]) -> list[Problem]:
    """What of a folder, of pages or of a theme, must not be read, or cannot: {the folder: its files}."""
    files = [(f"{folder}/{file.path}", file) for folder, found in folders.items() for file in found]
    closed = [_closed(source) for source, file in files if file.is_closed]
    return [*closed, *(links_out(source) for source, file in files if file.leads_out)]


def _closed(source: str) -> Problem:
    return Problem(
        source,
        1,
        "It cannot be read, or is no file (a pipe, a socket, a device).",
        "The build would wait for it without end, or leave out what stands in it and say nothing.",
        "Take it out, or let whoever builds read it.",
    )


def links_out(source: str) -> Problem:
    """A link to something of the builder's machine, or round in a circle."""
    return Problem(
        source,
        1,
        "It is a link to a folder, or to something outside.",
        "What stands there on the machine that builds would be published.",
        "Put a copy of the file here, or take the link out.",
    )


def _shows_another(source: str, target: str) -> Problem:
    return Problem(
        source,
        1,
        f"It is a link to {target}, which is not published as such a file.",
        "What is kept back there would be published under this name.",
        "Put a copy of the file here, or take the link out.",
    )


def _too_large(source: str, much: str) -> Problem:
    return Problem(
        source,
        1,
        f"The path of the file has {much}.",
        "Some disks and hosts have no room for that, and the page would not be there.",
        "Give it and its folders shorter names, and let fewer of them stand in each other.",
    )


def _odd_name(source: str) -> Problem:
    return Problem(
        source,
        1,
        "The name holds a sign that has no place in a name.",
        "Some systems and hosts take it for something else, as for the beginning of an order.",
        "Name it by letters, figures, hyphens and dots.",
    )


def _unknown(source: str, path: str) -> Problem:
    return Problem(
        source,
        1,
        "It is no page and no picture, and is not published.",
        "A browser or a host might do what stands in it: only what is known is published.",
        f"Take it out; or, if the site needs it, name it in {CONFIG}:  extra: {{publish: [{path}]}}",
    )


def _does(source: str, deed: str) -> Problem:
    return Problem(
        source,
        1,
        f"The drawing does more than be seen ({deed}), and is not published.",
        "Whoever opens it would run what it holds, or be led elsewhere.",
        "Save it anew as plain SVG, without scripts, links and other files; or as a PNG.",
    )


def _told(asked: Sequence[str]) -> Problem:
    return Problem(
        CONFIG,
        1,
        f"Published as well, whatever it holds: {', '.join(asked)}.",
        "The site asks for it (extra: publish:), and nothing here looks into it.",
        "Take out what is no longer needed.",
        NOTICE,
    )
