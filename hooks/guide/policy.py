"""The Content-Security-Policy of a page: its own files, and the styles and scripts written into it, by their hashes."""

import base64
import hashlib
import re

INLINE = re.compile(
    r"<(?P<name>script|style)(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=name)>", re.DOTALL | re.IGNORECASE
)
# Data for search engines is never run, so it needs no leave.
DATA_BLOCK = re.compile(r"""type=["']?application/""")
OPENING = "default-src 'none';base-uri 'none';form-action 'none';img-src 'self';connect-src 'self'"
CHARSET = '<meta charset="utf-8">'


def policy_of(*pages: str) -> str:
    """The strictest policy under which these pages, given as HTML, still work."""
    hashes: dict[str, dict[str, None]] = {"style": {}, "script": {}}
    for found in (found for html in pages for found in INLINE.finditer(html)):
        if not DATA_BLOCK.search(found["attributes"]):
            hashes[found["name"].lower()][f"'{_hash(found['text'])}'"] = None
    return ";".join([OPENING, *(" ".join([f"{name}-src 'self'", *kept]) for name, kept in hashes.items())])


def with_policy(html: str) -> str:
    """The page with its policy, right after its character set: it rules over all that follows."""
    return html.replace(
        CHARSET, f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">', 1
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
