"""The check, MkDocs and ProperDocs agree on what makes a site, whatever a folder holds; or each of them refuses it."""

import pytest
from odd_trees import BUILT, CHECKED, agree, read_by, write_trees

FEW, MANY = 20, 100

pytestmark = pytest.mark.xdist_group("odd trees")


@pytest.fixture(scope="module")
def projects(tmp_path_factory, request):
    """Folders of pages as nobody would plan them."""
    return list(write_trees(tmp_path_factory.mktemp("trees"), MANY if request.config.getoption("all") else FEW))


@pytest.fixture(scope="module")
def checked(projects):
    """What the check makes of them."""
    return read_by(CHECKED, *projects)


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_what_is_checked_is_what_is_built(projects, checked, builder):
    """The same pages, and every fault that the build tells of; what the build refuses, the check finds fault with."""
    built = read_by(BUILT, builder, *projects)

    assert [(name, checked[name], built[name]) for name in built if not agree(checked[name], built[name])] == []


def test_there_is_something_to_agree_on(checked):
    """Many of the folders make a site, some with faults and some without, and some make none."""
    sites = [made for made in checked.values() if not isinstance(made, str)]

    assert len(checked) / 2 < len(sites) < len(checked)
    assert 0 < sum(not faults for _, faults in sites) < len(sites)
    assert sum(len(pages) for pages, _ in sites) > len(checked)
