"""What a guide must know of the site that it is shown on."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guide.model.problems import Problem

DATA = "_data/"
"""The folder of data, below that of the pages."""
MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
WEB = re.compile(r"https?://(?![^/]*@)[^\s<>\"\\^`{|}]+", re.IGNORECASE)


def site_of(name: str, url: str, language: str) -> dict[str, Any]:
    """What every sheet says alike. The address is short enough to be typed: no scheme; "" where the site names none."""
    place = urlsplit(url)
    address = f"{place.netloc}{place.path.rstrip('/')}/" if place.netloc else ""
    return {"site": name, "lang": language, "address": address, "words": {"page": "Page", "of": "of"}}


def folder_of(docs: Path, root: Path) -> str:
    """The folder of pages, as seen from the project's root; its name alone where it stands elsewhere."""
    docs, root = docs.absolute(), root.absolute()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name


def not_folders(path: str) -> Problem:
    """A site whose pages are files of their own names cannot be a guide."""
    return Problem(
        path,
        1,
        "The setting “use_directory_urls” is false.",
        "A page of a guide is a folder (steps/trust/), and its links, sheets and copies lead there.",
        "Take the line out.",
    )


def asked_for(name: str, extra: Any) -> tuple[str, ...]:
    """What a site asks for below `extra`, by `publish` or `allow`: one word, or a list of them."""
    asked = extra.get(name) if isinstance(extra, Mapping) else None
    return tuple(map(str, [asked] if isinstance(asked, str) else asked if isinstance(asked, list) else []))


def odd_addresses(addresses: Mapping[str, Any], path: str) -> list[Problem]:
    """Settings that stand on each page as the address of something, {name: value}, and are none of the web."""
    return [
        Problem(
            path,
            1,
            f"“{name}” is no address of the web: “{value}”.",
            "It stands on every page; whoever presses it would be led nowhere, or would run what it holds.",
            f"Write  {name}: https://…",
        )
        for name, value in addresses.items()
        if value and not WEB.fullmatch(str(value))
    ]


def odd_language(code: Any, path: str, line: int) -> list[Problem]:
    """The language of the theme, if that is none; nothing where the settings name none."""
    if code in (None, "") or (isinstance(code, str) and LANGUAGE.fullmatch(code)):
        return []
    return [
        Problem(
            path,
            line,
            f"“language” of the theme is no code of a language: “{code}”.",
            "Screen readers would take the guide for English, and no sheet could be made.",
            'Write the code in quotation marks, for YAML takes a bare  no  for something else:  language: "no"',
        )
    ]


def odd_mail(address: Any, path: str) -> list[Problem]:
    """The address for whoever has no account with the repository's host, if it is none."""
    if not address or MAIL.fullmatch(str(address)):
        return []
    return [
        Problem(
            path,
            1,
            f"“mail” is no address of a letter box: “{address}”.",
            "Whoever writes to it would reach nobody.",
            "Write  mail: words@guide.example , or nothing.",
        )
    ]
