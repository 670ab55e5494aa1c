"""A list of nothing but links is a menu: each link in it is given room for a finger."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

CLASS = "ways"


class LinkLists(Treeprocessor):
    """Marks such lists for the styles. It must come once inline text is resolved."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for tag in ("ul", "ol"):
            for whole in root.iter(tag):
                if len(whole) and not whole.get("class") and all(map(_is_link, whole)):
                    whole.set("class", CLASS)


def _is_link(item: Element) -> bool:
    """Whether a list's item is one link and not a word besides."""
    texts = [item.text, *(child.tail for child in item)]
    return len(item) == 1 and item[0].tag == "a" and not any(text and text.strip() for text in texts)
