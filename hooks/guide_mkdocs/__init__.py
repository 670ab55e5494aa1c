"""The only bridge between the guide and MkDocs: its files become a Guide, our text becomes its files.

Everything here works alike under MkDocs and ProperDocs, which calls itself `mkdocs` to its plugins.
"""

from guide_mkdocs.build import BuildResult, build_of
from guide_mkdocs.log import say_it_visibly
from guide_mkdocs.mending import lead_to_sources
from guide_mkdocs.pages import finish_page, first, last, take_text
from guide_mkdocs.parts import fragments_of, place_of, place_of_page, put_parts
from guide_mkdocs.serving.served import is_at_once
from guide_mkdocs.settings.facts import (
    forget_addresses,
    insist_on_folders,
    insist_on_own_files,
    is_for_folder,
    is_serving,
    site_words,
    take_over_markdown,
)
from guide_mkdocs.site import audit, built_files, built_pages, card_of, publish, publish_page, published, write_built
from guide_mkdocs.theme.assets import asset_address, hand_back_templates, publish_assets
from guide_mkdocs.theme.filters import add_filters
from guide_mkdocs.theme.own import check_site, finish_policy, mark_own
from guide_mkdocs.theme.small import send_small

__all__ = [
    "BuildResult",
    "add_filters",
    "asset_address",
    "audit",
    "build_of",
    "built_files",
    "built_pages",
    "card_of",
    "check_site",
    "finish_page",
    "finish_policy",
    "first",
    "forget_addresses",
    "fragments_of",
    "hand_back_templates",
    "insist_on_folders",
    "insist_on_own_files",
    "is_at_once",
    "is_for_folder",
    "is_serving",
    "last",
    "lead_to_sources",
    "mark_own",
    "place_of",
    "place_of_page",
    "publish",
    "publish_assets",
    "publish_page",
    "published",
    "put_parts",
    "say_it_visibly",
    "send_small",
    "site_words",
    "take_over_markdown",
    "take_text",
    "write_built",
]
