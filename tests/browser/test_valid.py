"""Valid HTML, by the W3C's own checker (vnu, the Nu Html Checker)."""

import json
import shutil
import subprocess

from hosting import serve
from machine import JAVA, missing
from projects import ROOT

NEWER = ("view-transition", "tion-group(page)", "vector-effect", "field-sizing")
"""Words of our styles that the checker does not know yet."""
VNU = ROOT / "tests/browser/node_modules/vnu-jar/build/dist/vnu.jar"


def has_java() -> bool:
    """Whether Java runs here. macOS has a `java` that only says there is none."""
    return bool(shutil.which("java")) and subprocess.run(["java", "-version"], capture_output=True).returncode == 0


def complaints(addresses: list[str]) -> list[str]:
    """All that the checker has to say of pages, warnings too. It fetches them, so that it can judge their policy."""
    words = [*JAVA, "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", VNU, "--format", "json", "--stdout"]
    said = json.loads(subprocess.run([*words, *addresses], capture_output=True, text=True, timeout=300).stdout)
    messages = [one for one in said["messages"] if not is_about_data(one) and not is_newer(one)]
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in messages]


def is_about_data(message: dict) -> bool:
    """Whether the checker takes data for a script. HTML runs no block of JSON-LD, and asks no policy about it."""
    return "Inline script violates" in message["message"] and 'type="application/ld+json"' in message.get("extract", "")


def is_newer(message: dict) -> bool:
    """Whether it speaks of a style that is newer than the checker."""
    about = message["message"] + message.get("extract", "")
    return message["message"].startswith("CSS: ") and any(word in about for word in NEWER)


def test_every_page_is_valid(site, address, tmp_path):
    """The checker has nothing to say of any file that a browser could open; of a broken one it has."""
    if not has_java():
        missing("Java, which the HTML checker needs,")
    (tmp_path / "broken.html").write_text("<!doctype html><title>Broken</title><p id=a><p id=a>", encoding="utf-8")
    server, elsewhere = serve(tmp_path)
    addresses = [address + path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]

    found = complaints([*addresses, f"{elsewhere}broken.html"])
    server.shutdown()
    server.server_close()

    assert any(one.startswith(elsewhere) and "Duplicate ID" in one for one in found)
    assert [one for one in found if not one.startswith(elsewhere)] == []
