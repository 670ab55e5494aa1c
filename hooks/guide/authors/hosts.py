"""Where a page can be mended, by the host of its repository, and how that host is led to a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from guide.model.problems import NOTICE, Problem

LINE = "#L{line}"


@dataclass(frozen=True)
class Host:
    """A kind of host."""

    edit: str
    """The way from a repository to the form in which one of its files is changed."""
    line: str = ""
    """What leads to a line of that form; "" where nothing does."""


HOSTS = {
    "github": Host("edit/{branch}/{path}", LINE),
    "gitlab": Host("-/edit/{branch}/{path}", LINE),
    "forgejo": Host("_edit/{branch}/{path}"),
    "gitea": Host("_edit/{branch}/{path}"),
    "bitbucket": Host("src/{branch}/{path}?mode=edit"),
}
PLACES: Mapping[str, str] = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "forgejo",
    "gitea.com": "gitea",
    "bitbucket.org": "bitbucket",
}
"""Hosts whose name does not say what they run."""


@dataclass(frozen=True)
class EditTemplate:
    """How MkDocs asks for the address of a page: as of its own setting of that name."""

    pattern: str

    def format(self, path: str, path_noext: str = "") -> str:
        """The way from the repository; `path` is that of the page, from the folder of pages."""
        return self.pattern.replace("{path}", quote(path))


def kind_of(repository: str, told: str = "") -> str:
    """What a repository's host runs, by its address or as the settings say (`told`); "" where nobody knows."""
    name = (urlsplit(repository).hostname or "").removeprefix("www.")
    return told.strip().lower() or PLACES.get(name) or next((kind for kind in HOSTS if kind in name.split(".")), "")


def edit_template(kind: str, branch: str, folder: str) -> EditTemplate | None:
    """Where the pages of a folder can be mended; None where nobody knows."""
    if kind not in HOSTS:
        return None
    below = quote(f"{folder}/")
    return EditTemplate(HOSTS[kind].edit.replace("{branch}", quote(branch)).replace("{path}", below + "{path}"))


def line_of(kind: str) -> str:
    """What is put behind an address to lead to a `{line}`. On a host that is not known it is what most of them know."""
    return HOSTS[kind].line if kind in HOSTS else LINE


def check_host(repository: str, told: str, path: str) -> list[Problem]:
    """A host that is not known; `path` is what the settings are called."""
    kind = kind_of(repository, told)
    if not repository or kind in HOSTS:
        return []
    known = ", ".join(HOSTS)
    what = f"“{kind}” is no kind of host." if kind else f"Nobody knows what the host of {repository} runs."
    why = "No page can lead to its text, so readers could not suggest a change."
    mend = f"Say REPO_HOST={next(iter(HOSTS))} in the environment ({known}), or set edit_uri, which MkDocs knows."
    return [Problem(path, 1, what, why, mend, NOTICE)]
