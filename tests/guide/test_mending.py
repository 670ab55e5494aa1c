"""Where a page can be mended: by the host of its repository, or as MkDocs' own settings say."""

from pathlib import Path

import pytest
from guide.authors.hosts import check_host, kind_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide_mkdocs.mending import check_mending, edit_urls_of, lead_to_sources, line_mark
from guide_mkdocs.settings.check import read_config
from guide_mkdocs.settings.facts import foreign_to
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

GUIDE = Guide((Page("a-b/", "A", "page", "docs/a b.md", "a b.md"),))
WAYS = {
    "https://github.com/a/b": "https://github.com/a/b/edit/main/docs/a%20b.md#L7",
    "https://github.com/a/b.git": "https://github.com/a/b/edit/main/docs/a%20b.md#L7",
    "https://gitlab.com/a/c/b/": "https://gitlab.com/a/c/b/-/edit/main/docs/a%20b.md#L7",
    "https://gitlab.example.org/a/b": "https://gitlab.example.org/a/b/-/edit/main/docs/a%20b.md#L7",
    "https://codeberg.org/a/b": "https://codeberg.org/a/b/_edit/main/docs/a%20b.md",
    "https://forgejo.example/a/b": "https://forgejo.example/a/b/_edit/main/docs/a%20b.md",
    "https://gitea.com/a/b": "https://gitea.com/a/b/_edit/main/docs/a%20b.md",
    "https://bitbucket.org/a/b": "https://bitbucket.org/a/b/src/main/docs/a%20b.md?mode=edit",
}


def settings(folder: Path, *lines: str):
    """Settings of a site, as a build has them."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text("\n".join(["site_name: A", *lines]), encoding="utf-8")
    config, problems = read_config(folder / "mkdocs.yml")
    assert problems == []
    lead_to_sources(config)
    return config


def ways(config) -> set[str]:
    """The way to line 7 of a page by our own reckoning, and that of MkDocs' own, which knows no lines."""
    page = MkDocsPage(None, File("a b.md", config.docs_dir, config.site_dir, True), config)
    mark = line_mark(config).format(line=7)
    return {edit_urls_of(GUIDE, config).get("docs/a b.md", "") + mark, (page.edit_url or "") + mark}


@pytest.mark.parametrize("repository", WAYS)
def test_by_host(tmp_path, repository):
    """To the line, where the host can be led to one."""
    assert ways(settings(tmp_path, f"repo_url: {repository}")) == {WAYS[repository]}


def test_what_the_environment_says(tmp_path):
    """What a host runs whose name does not say it, and another branch."""
    config = settings(tmp_path, "repo_url: https://code.example/s", "extra: {repo_host: Forgejo, repo_branch: my/own}")

    assert ways(config) == {"https://code.example/s/_edit/my/own/docs/a%20b.md"}
    assert check_mending(config) == []


@pytest.mark.parametrize(
    ("own", "way"),
    [
        ("edit_uri: edit/", "https://gitlab.com/a/b/edit/a b.md#L7"),
        ("edit_uri: blob/trunk/docs", "https://gitlab.com/a/b/blob/trunk/docs/a b.md#L7"),
        ("edit_uri_template: 'x?file={path!q}'", "https://gitlab.com/a/b/x?file=a%20b.md#L7"),
        ('edit_uri: ""', "#L7"),
    ],
)
def test_mkdocs_own_settings_win(tmp_path, own, way):
    """Whatever they say, even that there is no way."""
    assert ways(settings(tmp_path, "repo_url: https://gitlab.com/a/b", own)) == {way}


def test_an_unknown_host_is_told(tmp_path):
    """No way is made up; the settings are told of, with what to say."""
    config = settings(tmp_path, "repo_url: https://code.example/s")
    (problem,) = check_mending(config)

    assert ways(config) == {"#L7"}
    assert (problem.path, problem.severity) == ("mkdocs.yml", "notice")
    assert "REPO_HOST=github" in problem.mend
    assert [one.what for one in check_host("https://code.example/s", "svn", "m")] == ["“svn” is no kind of host."]
    assert check_host("", "", "m") == []


def test_a_name_is_no_sign_of_a_host():
    """Only a part of its name of its own is: whoever is called nearly like one is not taken for it."""
    assert [kind_of(f"https://{name}/a/b") for name in ("notgithub.com", "github.com.evil.example")] == ["", "github"]


@pytest.mark.parametrize("mail", ["a@b.example", "a.b+c@d.example.org", ""])
def test_a_letter_box(tmp_path, mail):
    """An address, or none."""
    assert foreign_to(settings(tmp_path, f"extra: {{mail: '{mail}'}}"), "docs", "mkdocs.yml") == []


@pytest.mark.parametrize(
    "mail", ["a", "a@b", "a@b.example?bcc=c@d.example", "<a@b.example>", "a@b.example, c@d.example"]
)
def test_no_letter_box(tmp_path, mail):
    """What is none, or says more than one, is told."""
    (problem,) = foreign_to(settings(tmp_path, f"extra: {{mail: '{mail}'}}"), "docs", "mkdocs.yml")

    assert problem.what == f"“mail” is no address of a letter box: “{mail}”."
