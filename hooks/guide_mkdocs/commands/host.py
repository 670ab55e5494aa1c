"""`python -m guide host nginx|caddy SITE`: a configuration under which a server of one's own sends a finished site."""

import argparse
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from guide.reading.files import read_built
from guide.site.hosting.caddy import render_caddy
from guide.site.hosting.nginx import render_nginx
from guide.site.hosting.rules import Server, site_url_of

# What is written into the configuration as it stands is nothing but this.
NAME = re.compile(r"(?=.{1,253}\Z)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")
LISTEN = re.compile(r"((\d{1,3}(\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):)?[1-9]\d{0,4}")
# Where Linux distributions, and nginx's own packages, put the module that sends `.br`.
MODULES = ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules", "/etc/nginx/modules")
BROTLI = "ngx_http_brotli_static_module.so"


def add_host(command: argparse.ArgumentParser) -> None:
    """What may be said of a host on the command line."""
    command.add_argument("server", choices=("nginx", "caddy"))
    command.add_argument("folder", type=Path, help="of the site")
    command.add_argument("--name", type=_of(NAME), help="the host's name, such as mend.example")
    command.add_argument("--listen", type=_of(LISTEN), metavar="[ADDRESS:]PORT")
    command.add_argument("--certificate", type=Path, help="its file; --key names that of its key")
    command.add_argument("--key", type=Path)
    command.add_argument("--keep", type=Path, help="where nginx may keep its log (else a new folder in /tmp)")


def print_host(asked: argparse.Namespace) -> int:
    """Print the configuration; 2 where it would not work, with what is wrong on the error stream."""
    pages = read_built(asked.folder) if asked.folder.is_dir() else {}
    wrong = _wrong_with(asked, pages)
    if not wrong:
        try:
            print(_configuration(asked, pages), end="")
        except ValueError as error:
            wrong = str(error)
    if wrong:
        print(wrong, file=sys.stderr)
    return 2 if wrong else 0


def _wrong_with(asked: argparse.Namespace, pages: Mapping[str, str]) -> str:
    folder = asked.folder.resolve()
    if "index.html" not in pages:
        return f"There is no built site in {asked.folder}. Make one with:  python -m guide build"
    if bool(asked.certificate) != bool(asked.key):
        return "A certificate needs its key: name both --certificate FILE and --key FILE."
    for path in filter(None, (asked.certificate, asked.key)):
        if not path.is_file():
            return f"There is no file {path}."
    for path in folder.rglob("*"):
        if path.is_symlink() and not path.resolve().is_relative_to(folder):
            return f"{path} leads out of the site, and would be shown to everybody. Take it away first."
    return ""


def _configuration(asked: argparse.Namespace, pages: Mapping[str, str]) -> str:
    files = tuple(str(path.resolve()) for path in (asked.certificate, asked.key) if path)
    server = Server(str(asked.folder.resolve()), asked.listen or "", asked.name or "", files or None)
    if asked.server == "caddy":
        return render_caddy(pages, site_url_of(pages), server)
    kept = asked.keep or Path(tempfile.mkdtemp(prefix="guide-nginx-"))
    kept.mkdir(parents=True, exist_ok=True)
    brotli = next((found for folder in MODULES if (found := Path(folder, BROTLI)).is_file()), "")
    return render_nginx(pages, site_url_of(pages), server, str(kept.resolve()), str(brotli))


def _of(pattern: re.Pattern):
    """A reader of one word, which has to be of this pattern as a whole."""

    def read(word: str) -> str:
        if not pattern.fullmatch(word):
            raise argparse.ArgumentTypeError(f"{word!r} is none")
        return word

    return read
