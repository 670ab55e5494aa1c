"""The names that browsers know in a text: whatever else stands in a tag, they pass over, and its words are gone."""

import re


def names(listed: str) -> frozenset[str]:
    """A list of names, as it is easiest to read and to add to."""
    return frozenset(listed.split())


ELEMENTS = names(
    """
    a abbr address area article aside b bdi blockquote br button caption cite code col colgroup data
    dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img
    input ins kbd label legend li main map mark menu nav ol output p picture pre q rt ruby s samp search
    section small source span strong sub summary sup table tbody td textarea tfoot th thead time tr track u
    ul var wbr
    """
)
"""Those that show what stands in them, or hold no words."""
OBSOLETE = {
    **dict.fromkeys(
        ("big", "center", "nobr"), "Take the tag out: how things look is said in overrides/assets/styles/."
    ),
    "acronym": "Write  <abbr>",
    "dir": "Write a list:  - One",
    **dict.fromkeys(("rb", "rtc"), "Take the tag out; within <ruby> the words need none."),
    "strike": "Write  <s>",
    "tt": "Put the words between backticks.",
}
"""Those that HTML had once, and what to write for each."""
UNSEEN = names("canvas datalist meter optgroup option progress rp select")
"""Those that keep what stands in them for themselves, or for browsers that nobody has any more."""
IN_DRAWINGS = names("clippath defs desc marker mask metadata pattern switch symbol")
"""Those of a drawing of which the same holds; its words stand in a <text>, or in a <title> for who hears them."""
DRAWN = frozenset({"text", "title", "mi", "mn", "mo", "ms", "mtext"})
"""Those of a drawing or a formula that show words."""
IN_FORMULAS = frozenset({"annotation", "mphantom"})

ATTRIBUTES = re.compile(
    r"(?:aria|data)-.+|xml:lang|xmlns(?::.+)?|item(?:id|prop|ref|scope|type)|"
    r"abbr|accept|align|alt|autocapitalize|autocomplete|autocorrect|axis|border|cell(?:padding|spacing)|char(?:off|set)?|"
    r"checked|cite|class|clear|cols(?:pan)?|compact|content|controls|coords|crossorigin|datetime|decoding|dir(?:name)?|"
    r"disabled|download|draggable|enterkeyhint|fetchpriority|for|form(?:novalidate|target)?|frame|headers|height|high|"
    r"href(?:lang)?|hspace|id|inputmode|is|kind|label|lang|list|loading|low|max(?:length)?|media|min(?:length)?|multiple|"
    r"name|nohref|noshade|novalidate|nowrap|open|optimum|part|pattern|placeholder|property|readonly|rel|required|rev|"
    r"reversed|role|rows(?:pan)?|rules|scope|selected|shape|size|sizes|slot|span|spellcheck|src|srclang|srcset|start|"
    r"step|summary|target|title|translate|type|typeof|usemap|valign|value|vspace|width|wrap"
)
"""All that do no harm; of the others `harm` knows."""
NEVER_EMPTY = names(
    """
    cite cols content for form frame headers high is kind label list low max media min name part pattern property role
    rows rules scope shape size slot span start step summary target type width wrap
    """
)
"""Those that mean nothing alone: `<a name>` says “name” to nobody."""
