"""A page's title and the promise right below it, held together as one heading group."""

from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE


class Titles(Treeprocessor):
    """Wraps them. It must come after MkDocs has looked for the title, which it seeks at the top of the tree only."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for title, promise in pairwise(list(root)):
            if title.tag == "h1" and promise.tag == "p" and not promise.get("class") and _is_text(promise):
                group = Element("hgroup")
                group.tail, promise.tail = promise.tail, title.tail
                root.insert(list(root).index(title), group)
                for element in (title, promise):
                    root.remove(element)
                    group.append(element)
                return


def _is_text(paragraph: Element) -> bool:
    """Whether it is more than raw HTML or a request, which the parser keeps as a paragraph of its own."""
    return bool(HTML_PLACEHOLDER_RE.sub("", "".join(paragraph.itertext())).strip())
