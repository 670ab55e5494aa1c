"""Lists of choices: `- ( ) Stay {#stay}`, of which a reader picks one."""

from xml.etree.ElementTree import Element, SubElement

from guide.dialect.form import TO_CHOOSE, Form, move, option
from guide.dialect.items import holder_of, inline_of, take_written_id
from guide.dialect.text import id_from


def is_choice(item: Element) -> bool:
    """Whether an element is an item that begins with `( )`."""
    return item.tag == "li" and bool(TO_CHOOSE.match(holder_of(item).text or ""))


def choices(form: Form, items: Element, prompt: Element | None) -> Element:
    """The group of fields that a list becomes; what is no choice in it is told, and kept."""
    group = Element("div", {"class": "choices", "role": "radiogroup"})
    name = form.name_after(prompt, items)
    if prompt is not None:
        group.set("aria-labelledby", prompt.get("id") or f"{name}-prompt")
        prompt.set("id", group.get("aria-labelledby"))
    taken: set[str] = set()
    for item in items:
        if is_choice(item):
            _choice(form, group, name, item, taken)
        else:
            left = SubElement(group, "div")
            move(item, left)
            form.fault(item, "no-choice", form.words(left))
    return group


def _choice(form: Form, group: Element, name: str, item: Element, taken: set[str]) -> None:
    """An item's own words and its further paragraphs are one label."""
    holder = holder_of(item)
    label = option(group, name, "", "", {})
    words = label[1]
    words.text = TO_CHOOSE.sub("", holder.text, count=1)
    words.extend(inline_of(holder))
    written = take_written_id(words)
    for child in item:
        if child.tag == "p" and child is not holder:
            written = written or take_written_id(child)
            SubElement(words, "br").tail = f"\n{child.text or ''}"
            words.extend(child)
        elif child is not holder and child not in words:
            group.append(child)
    label[0].set("value", _value(form, written, form.words(words), item, taken))


def _value(form: Form, written: str, words: str, item: Element, taken: set[str]) -> str:
    """What a choice is kept by: its written id, or one made of its words; its place may be another's tomorrow."""
    if not words:
        form.fault(item, "empty-choice")
    if not written:
        return id_from(words, taken)
    if written in taken:
        form.fault(item, "choice-twice", written)
    taken.add(written)
    return written
