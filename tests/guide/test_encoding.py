"""How a line ends is told where it would end for some programs only."""

import pytest
from guide.reading.encoding import readable
from guide.reading.files import read_texts


@pytest.mark.parametrize(
    ("written", "read", "lines"),
    [
        ("a\r\nb\r\n", "a\nb\n", []),
        ("a\nb\n", "a\nb\n", []),
        ("# a\n# b\r- c: d\r# e\n", "# a\n# b\n- c: d\n# e\n", [2]),
        ("a\r\n\rb", "a\n\nb", [2]),
    ],
)
def test_line_ends(written, read, lines):
    """A carriage return alone ends a line, and is a problem; those of Windows are none."""
    text, problems = readable(written, "x.yml")
    assert (text, [problem.line for problem in problems]) == (read, lines)


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_for_some_programs_only(sign):
    """Python and YAML begin a line there, a browser and git do not: it is a problem, and ends none."""
    text, problems = readable(f"a\nb{sign}- c\n", "x.md")

    assert [problem.line for problem in problems] == [2]
    assert len(text.splitlines()) == 2


def test_files_are_read_as_they_are(tmp_path):
    """Python alone would have made a line of its own of it, in silence."""
    (tmp_path / "a.md").write_bytes(b"a\rb\r\n")
    assert read_texts(tmp_path) == {"a.md": "a\rb\r\n"}
