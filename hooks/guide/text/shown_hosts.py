"""The hosts and the addresses of letters that a text shows to whoever reads it."""

import re

from guide.text.as_seen import skeleton

# What a name may end in to be taken for a host: the usual endings, and all countries'.
USUAL = (
    "africa app asia berlin biz bzh care cat center charity chat club com community coop cymru dev edu eu eus "
    "foundation gal gov health help info int international life live london love mil mobi museum name net ngo one ong "
    "online org page paris pro scot site social space support tel today top wales website wiki world xyz"
)
COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc "
    "cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et fi fj fk fm fo fr ga gb "
    "gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp "
    "ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms "
    "mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro "
    "rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt "
    "tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
ENDINGS = frozenset([*USUAL.split(), *COUNTRIES.split()])
FILES = {"cc", "md", "py", "rs", "sh"}
"""Endings of files as well: `README.md`."""
LETTERS = re.compile(r"(?<![\w.+%&@'-])[\w.+%&-]+(?:'[\w.+%&-]+)*@[\w.-]*\w")
NAMED = re.compile(r"(?P<scheme>https?://)?(?<![\w.-])(?P<host>[\w-]+(?:\.[\w-]+)*)")


def letters_in(text: str) -> set[str]:
    """Each address of a letter; `name@3.1` and `name@latest`, as packages have them, are among those."""
    return set(LETTERS.findall(skeleton(text)))


def hosts_in(text: str) -> set[str]:
    """Each host, without its `www.`; none of those in the address of a letter.

    “women” and “.org” on the line below it are read as one.
    """
    lines = "\n".join(filter(None, map(str.strip, skeleton(text).splitlines())))
    found = NAMED.finditer(LETTERS.sub(_kept, lines.replace("\n.", ".")))
    return {one["host"].removeprefix("www.") for one in found if one["scheme"] or is_host(one["host"])}


def is_host(name: str) -> bool:
    """Whether a bare name would be taken for a host: women.org, www.women, and no v3.1, e.g or Node.js."""
    return name.count(".") > 0 and (name.startswith("www.") or name.rpartition(".")[2] in ENDINGS)


def is_file(name: str, path: str) -> bool:
    """Whether a name with the ending of a file as well stands in the path of an address."""
    return name.rpartition(".")[2] in FILES and name in skeleton(path)


def agrees(shown: str, host: str) -> bool:
    """Whether a host is the one that is shown, or a part of it."""
    ours = skeleton(host).removeprefix("www.")
    return ours == shown or ours.endswith(f".{shown}")


def is_disguised(host: str) -> bool:
    """Whether a host is not what it looks like: its letters are coded, or all of them look like others.

    One with an ending in those letters as well (`пример.рф`) is what it looks like.
    """
    *labels, ending = host.rstrip(".").split(".")
    alike = (not label.isascii() and skeleton(label).isascii() for label in labels)
    return any(label.lower().startswith("xn--") for label in labels) or (ending.isascii() and any(alike))


def _kept(letter: re.Match[str]) -> str:
    """`women.org@else` is no letter's address, and shows a host."""
    return " " if is_host(letter[0].rpartition("@")[2]) else letter[0]
