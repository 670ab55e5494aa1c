"""A whole Caddyfile: `caddy run --adapter caddyfile --config FILE`.

Where a name is given and nothing else, Caddy fetches a certificate for it by itself. Sources: caddyserver.com/docs,
of the Caddyfile, map, header, file_server, log.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from guide.site.hosting.caddy_words import UNWRITABLE, indented, regex, variable, word
from guide.site.hosting.rules import (
    ENDING,
    HIDDEN,
    SECURE,
    TYPES,
    Headers,
    Server,
    base_of,
    headers_by_name,
    redirects_of,
    rules_of,
)

# In the address of a page that has moved, these would stand for others; such a page leads on by itself.
UNREADABLE = re.compile(r"[\x00-\x1f\x7f`{}*%]")
WHOLE = """\
# Made by `guide host caddy`; make it again after each build.
{{
	admin off
{https}	log default {{
		# Lines of these name a reader's address.
		exclude http.log.error http.stdlib http.handlers
		level ERROR
	}}
}}

{site} {{
{listen}	log {{
		# No address of a reader, nothing that they asked or came from, and no time but the day.
		output stdout
		format filter {{
			wrap json {{
				time_format "2006-01-02"
			}}
			fields {{
{private}
				request>uri regexp `\\?.*` ``
			}}
		}}
	}}
	root * {root}
{maps}
	route {{
{headers}
		@writes not method GET HEAD
		respond @writes 405
		@hidden path_regexp `{hidden}`
		error @hidden 404
{moved}
{types}
		file_server {{
			precompressed br gzip
		}}
	}}
	handle_errors {{
{missing}
		header -Speculation-Rules
		rewrite * /404.html
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"""
# What a log would say of a reader.
PRIVATE = (
    *(f"request>{field}" for field in ("remote_ip", "remote_port", "client_ip", "host", "headers", "tls")),
    "resp_headers",
    "user_id",
)

HTML = ("Content-Type", TYPES["html"])


def render_caddy(pages: Mapping[str, str], site_url: str, server: Server) -> str:
    """The Caddyfile for a built site, {path: HTML}.

    ValueError where the site's folder, or a file that is named, has a character that no Caddyfile can hold.
    """
    base = unquote(base_of(site_url))
    told = headers_by_name(rules_of(pages, site_url))
    if not _is_secure(server):
        del told[SECURE]
    kinds = told.pop("Content-Type")
    lost = {name: values.get("/404.html", values["/*"]) for name, values in told.items() if "/*" in values}
    return WHOLE.format(
        https=_https(server),
        site=_site(server),
        listen=_listen(server),
        private=indented(4, (f"{field} delete" for field in PRIVATE)),
        root=word(server.folder),
        maps="\n".join(_map(name, values, base) for name, values in told.items() if len(values) > 1),
        headers=indented(2, (line for name, values in told.items() for line in _header(name, values))),
        hidden=HIDDEN,
        moved=indented(2, [*_redirects(pages, base), *_below(base)]),
        types=indented(2, _types({**{f"*.{ending}": kind for ending, kind in TYPES.items()}, **kinds})),
        missing=indented(2, (f"header {name} {word(value)}" for name, value in [*lost.items(), HTML])),
    )


def _is_secure(server: Server) -> bool:
    return bool(server.certificate or (server.name and not server.listen))


def _https(server: Server) -> str:
    """Whether Caddy looks after certificates, or leads readers to the safe address at least."""
    if server.certificate and server.listen in ("", "443"):
        return "\tauto_https disable_certs\n"
    return "" if _is_secure(server) and not server.certificate else "\tauto_https off\n"


def _site(server: Server) -> str:
    if server.certificate:
        return f"https://{server.name}:{_port(server) or '443'}"
    return server.name if _is_secure(server) else f"http://{server.name}:{_port(server) or '8080'}"


def _port(server: Server) -> str:
    return server.listen.rpartition(":")[2]


def _listen(server: Server) -> str:
    """Where it listens, and with which certificate."""
    host = server.listen.rpartition(":")[0].strip("[]")
    lines = [f"bind {host}"] if host else []
    if server.certificate:
        lines.append("tls " + " ".join(map(word, server.certificate)))
    return "".join(f"\t{line}\n" for line in lines)


def _header(name: str, values: Headers) -> Iterator[str]:
    if "/*" not in values:
        yield f'@{variable(name)} expression `{{{variable(name)}}} != ""`'
        yield f"header @{variable(name)} {name} {{{variable(name)}}}"
    elif len(values) == 1:
        yield f"header {name} {word(values['/*'])}"
    else:
        yield f"header {name} {{{variable(name)}}}"


def _map(name: str, values: Headers, base: str) -> str:
    """A header whose value differs from file to file: the first line that matches counts."""
    endings = {pattern: value for pattern, value in values.items() if pattern.startswith(ENDING)}
    exact = {key: value for key, value in values.items() if key not in endings and not key.endswith("/*")}
    lines = [f"{word(key)} {word(value)}" for pattern, value in exact.items() for key in _keys(base, pattern)]
    for pattern, value in endings.items():
        lines.append(f"{regex('(?i)[.]' + pattern.removeprefix(ENDING) + '$')} {word(value)}")
    for pattern, value in values.items():
        if pattern.endswith("/*") and pattern != "/*":
            lines.append(f"{regex('^' + re.escape(base + pattern[1:-1]))} {word(value)}")
    lines.append(f"default {word(values.get('/*', ''))}")
    return f"\tmap {{path}} {{{variable(name)}}} {{\n{indented(2, lines)}\n\t}}"


def _keys(base: str, pattern: str) -> list[str]:
    path = base + pattern[1:]
    if UNWRITABLE.search(path):
        return []  # It still carries its own policy.
    return [path, f"{path}index.html"] if path.endswith("/") else [path]


def _redirects(pages: Mapping[str, str], base: str) -> Iterator[str]:
    moved = {base + old[1:]: base + new[1:] for old, new in redirects_of(pages).items()}
    readable = {old: new for old, new in moved.items() if not UNREADABLE.search(old)}
    for number, (old, new) in enumerate(readable.items()):
        yield f"@moved{number} path {word(old)}"
        yield f"redir @moved{number} {word(quote(new, safe='/#%'))} 301"


def _below(base: str) -> Iterator[str]:
    """A site that is not at its host's root is found below its own path and nowhere else."""
    if base != "/":
        yield f"redir {word(base[:-1])} {word(quote(base))} 301"
        yield f"@outside not path {word(base + '*')}"
        yield "error @outside 404"
        yield f"uri strip_prefix {word(base[:-1])}"


def _types(kinds: Headers) -> Iterator[str]:
    for number, (pattern, kind) in enumerate(kinds.items()):
        yield f"@kind{number} path {word(pattern)}"
        yield f"header @kind{number} Content-Type {word(kind)}"
