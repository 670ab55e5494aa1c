"""What the search has learnt, kept from one build to the next: learning takes some seconds."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from guide.cache import Cache


def kept(name: str, depends: Sequence[Any], cache: Path | None, learn: Callable[[], Any]) -> Any:
    """What is learnt, from the cache where it has been learnt before from the same."""
    if not cache:
        return learn()
    files, name = Cache(cache), f"{name}-{_key(depends)}.json"
    known = files.get(name)
    if known is not None:
        return json.loads(known)
    learnt = learn()
    files.put(name, json.dumps(learnt).encode())
    files.prune()
    return learnt


def _key(depends: Sequence[Any]) -> str:
    """The examples and the words, and the code of this room, which reads them."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.*")))
    return hashlib.sha256(json.dumps(depends).encode() + code).hexdigest()
