"""What can be done with a guide from the command line.

`python -m guide check [DOCS]` says everything that is wrong with the settings and the pages, in seconds and without
building them; mkdocs.yml stands here, or beside the folder that is named.
`python -m guide addresses [DOCS]` adds what is new to the list of addresses that the site has had; with --check it only
says what is missing there.
`python -m guide vouch [DOCS]` writes down what readers in danger rest on, for whoever merges it to look over.
`python -m guide build [DIR]` makes the production site, and keeps the last good one where that fails;
`python -m guide serve [PORT]` shows it on this machine while its author writes;
`python -m guide compress SITE` puts compressed copies beside the text files of a finished site.
`python -m guide host nginx|caddy SITE` prints a configuration under which such a server sends it.
`python -m guide snapshot FILE` keeps what the guide holds now; `python -m guide compare FILE [--sheets DIR]` says in
Markdown what has changed since, with a picture of each sheet that is not as it was.
`python -m guide new step|block|sheet|questions|page|safety NAME [DOCS]` begins a page where it belongs, and says what
is still to be written there; `python -m guide new guide FOLDER` begins a guide of one's own.
`python -m guide schemas FOLDER` writes what front matter and data may hold, as JSON Schemas for editors.
"""

import argparse
import os
import sys
from pathlib import Path

from guide.model.guide import Guide
from guide.model.problems import ERROR, Problem, for_github, for_people, in_order, summary
from guide.pdf.paper import Pdfs
from guide.site.compress import compress_site
from guide.site.serving.command import add_serve, serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from guide_mkdocs.build import read_build, read_guide
from guide_mkdocs.commands.addresses import keep_addresses
from guide_mkdocs.commands.changes import Settings, add_changes, tell_changes
from guide_mkdocs.commands.host import add_host, print_host
from guide_mkdocs.commands.new import GUIDE, add_new, write_guide, write_new, write_schemas
from guide_mkdocs.commands.release import build_release
from guide_mkdocs.commands.vouch import vouch
from guide_mkdocs.settings.check import CONFIG, read_config, read_files
from guide_mkdocs.settings.facts import folder_of_pages, foreign_to, take_over_markdown
from guide_mkdocs.settings.files import read_settings


def main(words: list[str] | None = None) -> int:
    """Read the command line and do what it says."""
    asked = _parser().parse_args(words)
    if asked.command == "serve":
        return serve(asked.port)
    if asked.command == "host":
        return print_host(asked)
    if asked.command == "new" and asked.kind == GUIDE:
        return write_guide(Path(asked.name))
    if asked.command == "schemas":
        return write_schemas(asked.to)
    if asked.command == "build":
        return build_release(asked.folder, lambda: report(in_order(check(None))))
    if asked.command in ("snapshot", "compare"):
        guide, problems, pdfs, settings = read_with_papers(None)
        return tell_changes(asked, guide, in_order(problems), pdfs, settings)
    if asked.folder and not asked.folder.is_dir():
        print(f"There is no folder {asked.folder}.", file=sys.stderr)
        return 2
    if asked.command == "check":
        return report(in_order(check(asked.folder)))
    if asked.command == "compress":
        compress_site(asked.folder)
        return 0
    return _write_beside(asked)


def _write_beside(asked: argparse.Namespace) -> int:
    """Begin a page, or a line of a list that is kept beside the pages."""
    ready, problems = prepare(asked.folder)
    if ready is None:
        return report(in_order(problems))
    guide, _ = read_guide(*ready)
    if asked.command == "vouch":
        return vouch(guide)
    return write_new(asked, guide, ready[1]) if asked.command == "new" else keep_addresses(guide, asked.check)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m guide", description="Check a guide, begin a page of it, or build its site."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check").add_argument("folder", nargs="?", type=Path, help="of the pages")
    addresses = commands.add_parser("addresses")
    addresses.add_argument("folder", nargs="?", type=Path, help="of the pages")
    addresses.add_argument("--check", action="store_true", help="write nothing; fail where an address is new")
    commands.add_parser("vouch").add_argument("folder", nargs="?", type=Path, help="of the pages")
    commands.add_parser("build").add_argument("folder", nargs="?", type=Path, default=Path("site"), help="of the site")
    commands.add_parser("compress").add_argument("folder", type=Path, help="of the site")
    add_serve(commands.add_parser("serve"))
    add_host(commands.add_parser("host"))
    add_changes(commands)
    add_new(commands.add_parser("new"))
    commands.add_parser("schemas").add_argument("to", type=Path, help="the folder to write them to")
    return parser


def check(docs: Path | None) -> list[Problem]:
    """Everything that is wrong with a site; `docs` is its folder of pages, where the settings do not say it."""
    return read_with_papers(docs)[1]


def read_with_papers(docs: Path | None) -> tuple[Guide | None, list[Problem], Pdfs, Settings]:
    """The guide in a folder of pages, all that is wrong with it, its PDFs, and what its settings say.

    None where no settings can be used.
    """
    ready, problems = prepare(docs)
    if ready is None:
        return None, problems, {}, Settings({}, {})
    guide, faults, pdfs = read_build(*ready)
    ways = {f"{CONFIG} (exit_url)": str(ready[1].extra.get("exit_url") or "")}
    return guide, [*problems, *faults], pdfs, Settings(ways, read_settings(Path(CONFIG)), Path(ready[1].docs_dir))


def prepare(docs: Path | None) -> tuple[tuple[Files, MkDocsConfig, str] | None, list[Problem]]:
    """The files of a site, its settings and what its folder of pages is called, and what is wrong with them.

    None where the settings, or what they bring in, cannot be used.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    path = (docs.parent if docs else Path()) / CONFIG
    config, problems = read_config(path, docs)
    if config is None:
        return None, problems
    folder = docs.as_posix() if docs else folder_of_pages(config)
    foreign = foreign_to(config, folder, path.as_posix())
    if foreign:
        return None, [*problems, *foreign]
    take_over_markdown(config)
    files, found = read_files(path, config)
    return (files, config, folder) if files is not None else None, [*problems, *found]


def report(problems: list[Problem]) -> int:
    """Print the problems; 1 where there is an error among them, else 0."""
    for problem in problems:
        print(for_people(problem))
        if os.environ.get("GITHUB_ACTIONS"):
            print(for_github(problem))
    if problems:
        print(f"\n{summary(problems)}")
    return int(any(problem.severity == ERROR for problem in problems))
