"""One page: Markdown in, a Page out. All is read from the parser's own tree, so code and comments cannot fool it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.context import Context
from guide.dialect.lines import line_of
from guide.dialect.notes import CLASSES
from guide.dialect.parsers import parser_for
from guide.dialect.text import plain_text
from guide.model.page import CheckItem, Checklist, Heading, Link, Mark, Page
from guide.model.page_ids import HEADINGS
from guide.reading.field_count import MOST, line_of_too_many
from guide.reading.fields import sound_fields
from guide.reading.frontmatter import FrontMatter
from guide.reading.questions import read_questions
from guide.reading.worksheet import read_list, read_sheet
from guide.text.prose import grade_of_sentences, has_words, words_by_sentence, words_of

PROSE = {*HEADINGS, "p", "li", "td", "th", "dt", "dd", "legend", "label", "figcaption", "summary"}
INLINE = {"a", "abbr", "b", "br", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup"}
ANCHOR = re.compile(r"""<[^>]*\s(?:id|name)=["']?([^"'\s>]+)""")


@dataclass(frozen=True)
class Fault:
    """What cannot be shown as it is written."""

    line: int
    name: str
    words: str


def read_page(source: str, url: str, front: FrontMatter, extensions: dict[str, Any]) -> tuple[Page, list[Fault]]:
    """Read one page. `source` is its path from the project's root, `url` its address."""
    kind = str(front.fields.get("kind") or "page")
    bare = Page(
        url=url,
        title="",
        kind=kind,
        source=source,
        fields=sound_fields(front.fields),
        written=front.fields,
        lines=front.lines,
        text=front.body,
        text_line=front.body_line,
    )
    asked = Context(kind, bare.name, has_questions(front.fields), front.body_line)
    with parser_for(asked, **extensions) as (md, context):
        html = md.convert(front.body)
        faults = [*_too_many(context, kind)]
        sheet, found = read_sheet(context.tree, md) if kind == "worksheet" and not faults else ((), [])
        bare = replace(bare, html=html, sheet=sheet, contents=tuple(getattr(md, "toc_tokens", ())))
        page = _read_tree(bare, context, md)
        return page, [Fault(*fault) for fault in (*context.faults, *faults, *found, *_gaps(context.tree, md))]


def _too_many(context: Context, kind: str) -> Iterator[tuple[int, str, str]]:
    """What has more fields than can be printed: a sheet, or a list of boxes, of which each is printed alone."""
    for whole in [context.tree] if kind == "worksheet" else context.checklists:
        line = line_of_too_many(whole)
        if line:
            yield line, "many-fields", str(MOST)


def _read_tree(bare: Page, context: Context, md: Markdown) -> Page:
    """The page with all that stands in its tree."""
    headings = tuple(_headings(context.tree, md))
    title = bare.fields.get("title") or next((one.text for one in headings if one.level == 1), "") or bare.name
    prose = tuple(_prose(context.tree, md))
    texts = [text for text, _ in prose]
    titles = {heading.text for heading in headings}
    sentences = words_by_sentence(text for text in texts if text not in titles)
    return replace(
        bare,
        title=title,
        headings=headings,
        anchors=frozenset(_anchors(context.tree, md)),
        links=tuple(_links(context.tree)),
        citations=tuple(Mark(*cited) for cited in context.cited),
        requests=tuple(Mark(*asked) for asked in context.requests),
        checklists=tuple(_checklist(element, headings, title, bare, md) for element in context.checklists),
        questions=tuple(read_questions(context, bare.fields.get("theme") or title, bare, md)),
        prose=prose,
        words=sum(map(len, sentences)) + sum(len(words_of(text)) for text in texts if text in titles),
        grade=grade_of_sentences(sentences),
    )


def read_text_again(page: Page, text: str, extensions: dict[str, Any]) -> Page:
    """The same page with another text, as a plugin may have made it."""
    front = FrontMatter(dict(page.written), dict(page.lines), text)
    return replace(read_page(page.source, page.url, front, extensions)[0], file=page.file)


def has_questions(fields: dict[str, Any]) -> bool:
    """Whether a page's second-level headings are questions: it says so by its kind, or by naming a theme."""
    return fields.get("kind") == "questions" or "theme" in fields


def _gaps(root: Element, md: Markdown):
    """The rows of scales that offer less than their neighbours."""
    for scales in (element for element in root.iter() if element.get("class") == "scales"):
        rows = scales.findall("fieldset[legend]")
        offers = [len(row.findall("div/label")) + len(row.findall("div/a")) for row in rows]
        for row, offer in zip(rows, offers, strict=True):
            if offer < max(offers):
                yield line_of(scales), "scale-row", plain_text(row.find("legend"), md)


def _headings(root: Element, md: Markdown):
    for element in root.iter():
        if element.tag in HEADINGS:
            classes = tuple((element.get(CLASSES) or element.get("class") or "").split())
            text = plain_text(element, md)
            yield Heading(HEADINGS[element.tag], element.get("id") or "", text, line_of(element), classes)


def _anchors(root: Element, md: Markdown):
    yield from (element.get("id") for element in root.iter() if element.get("id"))
    for raw in md.htmlStash.rawHtmlBlocks:
        yield from ANCHOR.findall(raw if isinstance(raw, str) else "")


def _links(root: Element):
    for element in root.iter("a"):
        yield Link(element.get("href") or "", line_of(element))


def _prose(root: Element, md: Markdown, line: int = 1):
    """The text of each paragraph, item or cell, without what stands in another one inside it."""
    for element in root:
        if not isinstance(element.tag, str):
            continue
        here = line_of(element, line)
        if element.tag in PROSE:
            text = plain_text(_own_text(element), md)
            if has_words(text):
                yield text, here
        yield from _prose(element, md, here)


def _own_text(element: Element) -> Element:
    """A copy of an element without the blocks inside it."""
    own = Element(element.tag, element.attrib)
    own.text = element.text
    for child in element:
        inline = not isinstance(child.tag, str) or child.tag in INLINE
        kept = child if inline else Element("span")
        copy = Element(kept.tag, kept.attrib)
        copy.text, copy.tail = kept.text, child.tail
        copy.extend(list(kept))
        own.append(copy)
    return own


def _checklist(whole: Element, headings: tuple[Heading, ...], title: str, page: Page, md: Markdown) -> Checklist:
    line = min(line_of(item) for item in whole.iter("li"))
    above = [heading for heading in headings if heading.line < line]
    return Checklist(
        id=whole.get("data-checklist"),
        title=above[-1].text if above else title,
        kind=page.kind,
        page=page.url,
        source=page.source,
        line=line,
        items=tuple(_items(whole, md)),
        parts=() if line_of_too_many(whole) else read_list(whole, md),
    )


def _items(whole: Element, md: Markdown):
    for item in whole.iter("li"):
        box = item.find("label/input")
        if box is not None:
            yield CheckItem(box.get("data-twice") or box.get("name"), plain_text(item.find("label"), md), line_of(item))
