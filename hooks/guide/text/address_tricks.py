"""Addresses that lead elsewhere than their host says, and hosts that only look like another."""

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import SplitResult, parse_qsl, unquote

from guide.text.addresses import UNREADABLE, parts_of
from guide.text.as_seen import plain, skeleton
from guide.text.shown_hosts import COUNTRIES, agrees, is_file, is_host

HERE = {"localhost", "0.0.0.0", "::1"}
"""Hosts of one's own machine, for who writes about programs."""
USUAL = {"http": 80, "https": 443}
ARCHIVES = {"web.archive.org", "archive.org"}
"""Keep pages under the address that these had."""
INSIDE = re.compile(r"https?:|(?<=.)//|(?<![\w.])www\.", re.IGNORECASE)
SENDING_ON = re.compile(
    r"(?:u|to|url|uri|link|next|goto?|out|away|dest(?:ination)?|target|continue|redir(?:ect)?(?:_?ur[il])?"
    r"|ret(?:urn)?(?:_?(?:to|ur[il]))?|r?url?|forward|site|domain|host)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+))*|.*:.*", re.IGNORECASE)
PLAIN_HOST = re.compile(r"[\w.:-]*")
SENDING_FOLDER = {"amp", "s"}
# What only says where somebody came from: `feature=youtu.be`.
TELLING = re.compile(r"feature|ref(?:errer)?|source|utm_\w+", re.IGNORECASE)
DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[:/?#].*)?", re.IGNORECASE)
LANDS = frozenset(COUNTRIES.split())
# Parts of names that only states give, with their country, before the end of a name: `gov.uk.else.org`.
STATES = re.compile(r"(?:^|\.)((?:gov|gouv|gob|govt|nhs|police)\.[a-z]{2})\.[\w-]+\.[\w-]")
ALIKE = str.maketrans("01|", "oll")
LONG_NAME = 8
"""Letters of a name that nobody else has by chance."""


def trick_of(address: str) -> str:
    """What an address does besides leading to its host, in words; "" where it does nothing of the kind."""
    target = parts_of(plain(address.strip()).replace("\\", "/"))
    if target is UNREADABLE or not (target.netloc or target.scheme in ("http", "https")):
        return ""
    if _has_port(target):
        return "names a port"
    if NUMBERED.fullmatch(target.hostname or "") and not _is_here(target):
        return "names a computer by its number"
    if not PLAIN_HOST.fullmatch(target.hostname or ""):
        return "writes its host in signs"
    return "holds another address" if _holds_another(target) else ""


def imitated(host: str, known: Iterable[str], own_names: Iterable[str] = ()) -> str:
    """The known host that a host only looks like; "" for none. By `own_names` also what has another ending."""
    hosts = [one.removeprefix("www.") for one in known if one]
    seen = skeleton(host).removeprefix("www.").rstrip(".")
    if any(agrees(one, seen) for one in hosts):
        return ""
    spread = f"-{seen.replace('.', '-')}-"
    inside = (one for one in hosts if f"-{one.replace('.', '-')}-" in spread and not _is_at_home(one, seen))
    names = [_drawn(label) for label in seen.split(".")]
    ending = (one for one in own_names if one and any(_bears(_name_of(one), name) for name in names))
    state = STATES.search(seen)
    return next(inside, "") or next(ending, "") or (state[1] if state else "")


def _bears(name: str, label: str) -> bool:
    """Whether a part of a host is a name, or one that is long enough stands in it: `samaritans-help`."""
    return name == label or (len(name) >= LONG_NAME + 2 and name in label)


def _is_at_home(known: str, host: str) -> bool:
    """`help.org.uk` may well be who is known as `help.org`."""
    before, _, country = host.rpartition(".")
    return country in LANDS and known.rpartition(".")[2] not in LANDS and agrees(known, before)


def _has_port(target: SplitResult) -> bool:
    try:
        return target.port not in (None, USUAL.get(target.scheme)) and not _is_here(target)
    except ValueError:
        return True


def _is_here(target: SplitResult) -> bool:
    host = target.hostname or ""
    return host in HERE or host.startswith("127.")


def _holds_another(target: SplitResult) -> bool:
    path = "" if target.hostname in ARCHIVES else target.path
    rest = plain(unquote(unquote(f"{path} ?{target.query} #{target.fragment}"))).replace("\\", "/")
    if INSIDE.search(rest.lstrip("/")) or rest.startswith("//"):
        return True
    folders = unquote(path).split("/")
    sent = (one for before, one in pairwise(folders) if SENDING_ON.fullmatch(before) or before in SENDING_FOLDER)
    if any(is_host(one.casefold()) and not is_file(one.casefold(), one) for one in sent):
        return True
    values = parse_qsl(f"{target.query}&{target.fragment}", keep_blank_values=True)
    return any(_sends_to(name, unquote(value).strip("/ "), target.path) for name, value in values)


def _sends_to(name: str, value: str, path: str) -> bool:
    host = re.split("[/:?#]", value.casefold())[0]
    sends_on = SENDING_ON.fullmatch(name) or SENDING_ON.fullmatch(path.rpartition("/")[2])
    names_host = is_host(host) and not is_file(host, host) and not TELLING.fullmatch(name)
    return bool(sends_on and DOTTED.fullmatch(value)) or names_host


def _name_of(host: str) -> str:
    """The name that stands before the ending of a host; one that is too short says nothing."""
    labels = host.removeprefix("www.").split(".")[:-1]
    longest = _drawn(max(labels, key=len, default=""))
    return longest if len(longest) >= LONG_NAME else "\n"


def _drawn(label: str) -> str:
    return label.replace("-", "").replace("rn", "m").translate(ALIKE)
