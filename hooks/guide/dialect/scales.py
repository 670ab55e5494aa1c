"""Tables whose cells are `( )`: one choice a row, from the first number to the last, or between words."""

import re
from xml.etree.ElementTree import Element, SubElement

from guide.dialect.form import TO_CHOOSE, Form, move, option
from guide.dialect.text import id_from

NUMBERED = re.compile(r"(?P<number>\d+)\s*(?P<words>.*)", re.DOTALL)


def is_scale_table(table: Element) -> bool:
    """Whether a table has such a cell."""
    return any(TO_CHOOSE.fullmatch(cell.text or "") for cell in table.iter("td"))


def scales(form: Form, table: Element) -> Element:
    """The group of fields that a table becomes: a row is one question."""
    heads = [cell for row in table.iter("thead") for cell in row.iter("th")]
    points = [NUMBERED.match(form.words(cell)) for cell in heads[1:]]
    numbered = [point for point in points if point]
    if numbered and not (numbered[0]["words"] and numbered[-1]["words"]):
        form.fault(table, "scale-ends", form.words(heads[0]))
    # Outside a worksheet, which is a form already, the browser must not bring old answers back.
    group = Element("div") if form.is_sheet else Element("form", {"autocomplete": "off"})
    group.set("class", "scales")
    asked = form.words(heads[0])
    group.set("data-head", asked)
    if asked:
        _ask(group, heads[0], form.id_of(asked))
    for row in table.iter("tr"):
        cells = list(row.iter("td"))
        if cells:
            group.append(_scale(form, cells, heads, points))
    return group


def _scale(form: Form, cells: list[Element], heads: list[Element], points: list) -> Element:
    field = Element("fieldset", {"class": "scale" if any(points) else "options"})
    legend = SubElement(field, "legend")
    move(cells[0], legend)
    name = form.name(form.words(legend), cells[0], form.hand_over(cells[0]))
    row = SubElement(field, "div")
    ends = [index for index, point in enumerate(points) if point]
    taken: set[str] = set()
    for index, (cell, head, point) in enumerate(zip(cells[1:], heads[1:], points, strict=False)):
        if not TO_CHOOSE.fullmatch(cell.text or ""):
            continue
        link = head.find("a")
        if link is not None:
            row.append(_way_out(link))
        elif point:
            value = id_from(point["number"], taken)
            _point(row, name, value, point, first=index == ends[0], last=index == ends[-1])
        else:
            words = form.words(head)
            option(row, name, id_from(words, taken), words, {"class": "unsure"} if any(points) else {})
    return field


def _ask(group: Element, head: Element, name: str) -> None:
    """What all rows of a table are asked stands above them, and is read out with them."""
    question = SubElement(group, "p", {"class": "asks", "id": name})
    move(head, question)
    if group.tag != "form":  # a form with a name is a group already
        group.set("role", "group")
    group.set("aria-labelledby", name)


def _point(row: Element, name: str, value: str, point: re.Match, *, first: bool, last: bool) -> None:
    """One number of a scale; its ends stand in words beside the first and the last."""
    number, words = point["number"], point["words"]
    if words and first:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words
    between = bool(words) and not (first or last)
    label = option(row, name, value, f"{number} {words}" if between else number, {})
    if words:
        label[0].set("aria-label", f"{number}, {words}")
    if words and last:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words


def _way_out(link: Element) -> Element:
    """An answer that leads away from the form: it is a link, so that nothing is stored and nothing printed."""
    out = Element("a", {**link.attrib, "class": "way-out"})
    out.text = link.text
    out.extend(link)
    return out
