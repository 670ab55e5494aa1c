"""The house stays one that a newcomer can walk through: short files, short functions, few that lie loose."""

import ast

import pytest
from test_imports import HOOKS, sources

FILE, FUNCTION, LOOSE = 200, 30, 12
"""At most so many lines a file, lines a function, and modules that lie loose in `guide/`."""


def too_long(name: str, text: str) -> list[str]:
    """The file, if it has too many lines, and each function in it that has."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [one for one in functions if one.end_lineno - one.lineno + 1 > FUNCTION]
    lines = len(text.splitlines())
    return [f"{name}: {lines} lines"] * (lines > FILE) + [f"{name}: {one.name}()" for one in long]


def test_files_and_functions_are_short():
    """What is longer does more than one thing."""
    assert [fault for module, text in sources().items() for fault in too_long(module, text)] == []


def test_few_modules_lie_loose():
    """A module stands in a room."""
    assert len(list((HOOKS / "guide").glob("*.py"))) <= LOOSE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n" * FILE, []),
        ("x = 1\n" * (FILE + 1), ["a.py: 201 lines"]),
        ("def f():\n" + "    x = 1\n" * FUNCTION, ["a.py: f()"]),
        ("class A:\n    async def f(self):\n" + "        x = 1\n" * FUNCTION, ["a.py: f()"]),
        ("def f():\n" + "    x = 1\n" * (FUNCTION - 1), []),
    ],
)
def test_what_is_too_long_is_seen(text, told):
    """To the line."""
    assert too_long("a.py", text) == told
