"""What the templates of a theme can do with a value besides what MkDocs offers."""

from typing import Any

from guide.renderers.small import small
from mkdocs.structure import StructureItem


def add_filters(env: Any) -> None:
    """`{{ text | small(".js") }}` makes a text small; `{{ item | first_page }}` is where a part of a guide begins."""
    env.filters["small"] = small
    env.filters["first_page"] = first_page


def first_page(item: StructureItem) -> StructureItem:
    """The first page of a section, however deep it stands; a page or a link itself."""
    while item.children:
        item = item.children[0]
    return item
