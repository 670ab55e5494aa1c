"""YAML that stands for more than a machine holds, or hides what it says: refused at once, by its line."""

import subprocess
import sys
import time
from itertools import pairwise

import pytest
import yaml
from guide.reading.yaml_lines import nodes_of, values_of
from projects import ROOT

LETTERS = "abcdefghi"
LAUGHS = "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(LETTERS)
)
MERGED = f"a: &a {{{', '.join(f'k{n}: v' for n in range(100))}}}\nb: &b\n  <<: [{', '.join(['*a'] * 50)}]\n" + (
    f"c:\n  <<: [{', '.join(['*b'] * 50)}]\n"
)
BAD = {
    "laughs": (LAUGHS, 5),
    "merged": (MERGED, 3),
    "itself": ("a: 1\nb: &b [*b]\n", 2),
    "nested lists": (f"a: 1\nb: {'[' * 400}{']' * 400}\n", 2),
    "brackets": (f"a: {'[' * 100_000}", 1),
    "nested names": (f"a: {'{a: ' * 100_000}", 1),
    "a long number": (f"a: 1\nb: 0x{'f' * 5000}\n", 2),
    "a long time": (f"a: {':'.join(['59'] * 2000)}\n", 1),
    "dashes": ("- " * 3000 + "x\n", 1),
    "an order for terminals": ('a: 1\nb: "x\\e[31m"\n', 2),
    "turned around": ('a: "\\u202E"\n', 1),
    "a long list": ("- says: [\n" + "a,\n" * 30_000 + "]\n", 25_001),
    "a long line": (f"a: 1\nb: [{'a, ' * 30_000}]\n", 2),
    "half a character": ('a: "\\uD800"\n', 1),
}


@pytest.mark.parametrize(("text", "line"), BAD.values(), ids=BAD)
def test_it_is_refused_by_its_line(text, line):
    """Before any of it is read into values, and within a second or two."""
    begun = time.process_time()
    with pytest.raises(yaml.YAMLError) as refused:
        nodes_of(text)

    assert refused.value.problem_mark.line + 1 == line
    assert time.process_time() - begun < 5


def test_a_few_aliases_are_welcome():
    """What stands twice may be written once."""
    assert values_of(nodes_of("a: &a [b]\nc: *a\nd:\n  <<: &e {f: g}\n")) == {"a": ["b"], "c": ["b"], "d": {"f": "g"}}


@pytest.mark.parametrize("place", ["page.md", "_data/words.yml", "_data/our-own.yml", "_data/shape.yml"])
def test_the_check_holds_little_and_is_quick(tmp_path, place):
    """Wherever it stands, the check tells it, with little memory and in seconds."""
    docs = tmp_path / "docs"
    (docs / "_data").mkdir(parents=True)
    (docs / place).write_text(f"---\n{LAUGHS}---\n# A\n" if place.endswith(".md") else LAUGHS, encoding="utf-8")
    (docs / "index.md").write_text("# A\n", encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, docs],
        cwd=ROOT / "hooks",
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    line = 6 if place.endswith(".md") else 5
    assert f"{docs}/{place}:{line}: " in told.stdout
    assert "its aliases stand for too much" in told.stdout
    assert int(told.stdout.split()[-1]) < 500 * 1024


MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "guide", "check", sys.argv[1]])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs the check as the one child of a program, and says last how much memory it held, in KB: a child of these tests
may have been a whole build."""
