"""Scripts and styles as they are sent: nothing for people alone, and nothing else changed."""

import pytest
from guide.renderers.small import is_for_browsers, no_script, small


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("// why\nconst all = 1; // and this\n/* or that */\nsay();\n", "const all=1;say()"),
        ('say("a // b  /* c */");', 'say("a // b  /* c */")'),
        ("say(`a  // ${ b ? `c  d: ${e}` : '' }  f`);", "say(`a  // ${b?`c  d: ${e}`:''}  f`)"),
        ("x = /[/]  \\//g.test( y )", "x=/[/]  \\//g.test(y)"),
        ("(() => { let spoken = f(); say(spoken, window.spoken) })()", "(()=>{let a=f();say(a,window.spoken)})()"),
        ("x = a ?? 1\nlet b\n", "x=a??1;let b"),
        ("if (a == null) a = b", "a==null&&(a=b)"),
        ("i + ++j - -k", "i+ ++j- -k"),
    ],
)
def test_scripts(text, sent):
    """Comments and spaces go, and names inside; a text, a pattern and what others call by its name stay."""
    assert small(text, "a.js") == sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("/* why */\n.a { color : red ; }\n", ".a{color:red}"),
        ('a::after { content: "x: y;  /* z */" }', 'a:after{content:"x: y;  /* z */"}'),
        (".a :hover, .b:not(.c) { x: y }", ".a :hover,.b:not(.c){x:y}"),
        ("a { inline-size: calc(1px + 2%) }", "a{inline-size:calc(1px + 2%)}"),
        ("a { color: red; color: light-dark(red, blue) }", "a{color:red;color:light-dark(red,blue)}"),
        ("a { height: 100vh; height: 100dvh }", "a{height:100vh;height:100dvh}"),
        ("@media (min-width: 1px) { a { b: c } }", "@media(min-width:1px){a{b:c}}"),
        ("a { color: red }\nb:has(c) { color: red }", "a{color:red}b:has(c){color:red}"),
    ],
)
def test_styles(text, sent):
    """Comments and spaces go; what an older browser reads beside what a newer one does stays, rule by rule."""
    assert small(text, "a.css") == sent


def test_which_files():
    """By their endings."""
    paths = ("a/b.js", "c.css", "d.json", "js", "e.md")

    assert [is_for_browsers(path) for path in paths] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("text", "line"), [("a = ;", 1), ("// “what”\nf();\n\ng(;\n", 4), ("say('é\n", 1), ("export let a", 1)]
)
def test_what_is_no_script(text, line):
    """Is told by its line."""
    with pytest.raises(ValueError, match="offset") as caught:
        small(text, "a.js")
    problem = no_script("overrides/a.js", text, caught.value)

    assert (problem.path, problem.line) == ("overrides/a.js", line)
    assert "offset" not in problem.what
