"""The Content-Security-Policy of a page: its own files, and the scripts written into it, by their hashes."""

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE
)
# Data for search engines is never run, so it needs no leave.
DATA_BLOCK = re.compile(r"""type=["']?application/""")
OPENING = "default-src 'none';base-uri 'none';form-action 'none';style-src 'self';img-src 'self';connect-src 'self'"
CHARSET = '<meta charset="utf-8">'


def policy_of(*pages: str) -> str:
    """The strictest policy under which these pages, given as HTML, still work."""
    inline = [found for html in pages for found in INLINE_SCRIPT.finditer(html)]
    run = [found["text"] for found in inline if not DATA_BLOCK.search(found["attributes"])]
    return ";".join(
        (OPENING, " ".join(["script-src 'self'", *(f"'{_hash(script)}'" for script in dict.fromkeys(run))]))
    )


def with_policy(html: str) -> str:
    """The page with its policy, right after its character set: it rules over all that follows."""
    return html.replace(
        CHARSET, f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy_of(html)}">', 1
    )


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
