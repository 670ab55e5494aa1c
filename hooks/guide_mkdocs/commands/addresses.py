"""`python -m guide addresses`: the list of every address that a site has had, kept beside its pages."""

import sys
from pathlib import Path

from guide.model.guide import Guide
from guide.reading.data_names import PUBLISHED
from guide.site.addresses import addresses_of, render_addresses


def keep_addresses(guide: Guide, only_look: bool) -> int:
    """Add what is new to the list, or say what is; 1 where it was only to look and something is new."""
    path = Path(guide.data_file(PUBLISHED))
    new = sorted({*addresses_of(guide)} - {*(guide.data.get(PUBLISHED) or [])})
    if new and only_look:
        print("\n".join(new))
        print(f"\n{len(new)} not yet in {path}. Add them:  PYTHONPATH=hooks python -m guide addresses", file=sys.stderr)
        return 1
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_addresses(guide), encoding="utf-8")
    return 0
