"""The nouns of a guide, and the order in which they are shown."""

from dataclasses import FrozenInstanceError

import pytest
from guide.model.guide import Guide
from guide.model.page import Checklist, Page, Question
from guide.model.site_file import SiteFile, human_size


def page(url: str, kind: str = "page", **values) -> Page:
    """A page by its address, with fields; `checklists` and `questions` are the names of those it holds."""
    source = f"docs/{url.strip('/') or 'index'}.md"
    lists = tuple(Checklist(name, name, kind, url, source, 1, ()) for name in values.pop("checklists", ()))
    asked = tuple(Question(name, name, (), url, url, source, 1, "a", "a") for name in values.pop("questions", ()))
    return Page(url, values.get("title", url), kind, source, fields=values, checklists=lists, questions=asked)


def test_steps_are_in_the_order_of_their_numbers():
    """By number, not by name; a step whose number is missing comes first, where its author sees it."""
    guide = Guide((page("a/", "step", step=10), page("b/", "step", step=2), page("c/", "step"), page("d/")))

    assert [(step.number, step.url) for step in guide.steps] == [(0, "c/"), (2, "b/"), (10, "a/")]


@pytest.mark.parametrize(("kind", "listed"), [("block", "blocks"), ("worksheet", "worksheets")])
def test_blocks_and_worksheets_are_in_their_order(kind, listed):
    """By `order:`, then by address; those without one come last."""
    guide = Guide((page("a/", kind), page("b/", kind, order=10), page("c/", kind, order=9), page("d/", kind, order=9)))

    assert [one.url for one in getattr(guide, listed)] == ["c/", "d/", "b/", "a/"]


def test_questions_are_in_the_order_of_their_pages():
    """Theme by theme, by the pages' `order:`; on a page as they are written."""
    guide = Guide(
        (page("a/", questions=("z", "y")), page("b/", order=2, questions=("x",)), page("c/", order=1, questions=("w",)))
    )

    assert [question.id for question in guide.questions] == ["w", "x", "z", "y"]


def test_checklists_are_in_the_order_of_the_steps():
    """Those of the steps first, then the others by address; on a page as they are written."""
    guide = Guide(
        (
            page("", checklists=("home",)),
            page("a/", checklists=("other", "another")),
            page("s/", "step", step=2, checklists=("second",)),
            page("t/", "step", step=1, checklists=("first",)),
        )
    )

    assert [checklist.id for checklist in guide.checklists] == ["first", "second", "home", "other", "another"]


def test_blocks_speak_for_their_pages():
    """A block without a name of its own takes its page's title."""
    guide = Guide((page("a/", "block", title="T", element="E", description="D."), page("b/", "block", title="U")))

    assert [(block.element, block.description, block.url) for block in guide.blocks] == [
        ("E", "D.", "a/"),
        ("U", "", "b/"),
    ]


def test_worksheets_say_what_is_known():
    """What a sheet does not say of itself is None, or nothing."""
    bare, full = Guide(
        (page("w/a/", "worksheet"), page("w/b/", "worksheet", minutes=5, audience="both", not_when="Tired."))
    ).worksheets

    assert (bare.id, bare.minutes, bare.audience, bare.not_when) == ("a", None, None, "")
    assert (full.id, full.minutes, full.audience, full.not_when) == ("b", 5, "both", "Tired.")


@pytest.mark.parametrize(("url", "name"), [("", "home"), ("a/", "a"), ("a/b/", "b")])
def test_names_of_pages(url, name):
    """A page is called by the last part of its address."""
    assert page(url).name == name


def test_old_addresses_are_written_as_addresses():
    """However an alias is written, it begins without a slash and ends with one."""
    assert page("a/", aliases=["b", "/c/", "d/e/"]).aliases == ["b/", "c/", "d/e/"]


def test_pages_by_address_and_kind():
    """A page is found by its address, pages by their kind."""
    home, step = page(""), page("a/", "step")
    guide = Guide((home, step))

    assert (guide.page_at(""), guide.page_at("a/"), guide.page_at("b/")) == (home, step, None)
    assert guide.of_kind("step") == [step]


def test_nothing_read_can_be_changed():
    """A guide is the same from the first part of a build to the last."""
    with pytest.raises(FrozenInstanceError):
        page("").title = "Another"


@pytest.mark.parametrize(
    ("size", "told"), [(0, "1 KB"), (1535, "1 KB"), (1537, "2 KB"), (999 * 1024, "999 KB"), (1000 * 1024, "1.0 MB")]
)
def test_a_file_has_a_size_that_people_read(size, told):
    """Never none at all, and in megabytes where kilobytes would have four figures."""
    assert human_size(SiteFile("a.pdf", bytes(size)).kilobytes) == told
