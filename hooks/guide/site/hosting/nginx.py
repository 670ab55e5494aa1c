"""A whole configuration for nginx, which runs as anybody: `nginx -e stderr -c FILE -g 'daemon off;'`.

A header is set in one place, by the address of the file that is sent at last: what stands inside a `location` would
take the place of all headers around it. Sources: nginx.org/en/docs, of the core, map, headers and gzip_static modules.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from guide.site.hosting.rules import (
    ENDING,
    HIDDEN,
    SECURE,
    TYPES,
    Headers,
    Server,
    address_of,
    base_of,
    headers_by_name,
    redirects_of,
    rules_of,
)

# What nginx puts aside; it makes these folders whether or not they are ever used.
PASSING = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
WHOLE = """\
# The site in {folder}. Made by `guide host nginx`; make it again after each build.
{module}pid {pid};
# A line of error names its reader's address, so none is written but why a server cannot start.
error_log stderr emerg;
worker_processes auto;
events {{}}

http {{
    map_hash_bucket_size {bucket};
    map_hash_max_size 16384;
    server_names_hash_bucket_size 512;
    # No address of a reader, nothing that they asked or came from, and no time but the day.
    map $time_iso8601 $day {{ "~^(?<date>[^T]+)" $date; }}
    log_format nobody "$day $request_method $status $body_bytes_sent $uri";
    access_log {log} nobody;
    # nginx reads a dollar as its own sign, and knows no other way to write one.
    geo $dollar {{ default "$"; }}
{passing}
    server_tokens off;
    absolute_redirect off;
    sendfile on;
    tcp_nopush on;
    etag on;
    default_type application/octet-stream;
    types {{
{types}
    }}
{maps}

    server {{
        listen {listen};
        server_name {name};
{tls}{headers}

        # As they were built: nothing is compressed while a reader waits.
        gzip_static on;
        gzip_proxied any;
        gzip_vary on;
{brotli}
        error_page 403 404 =404 {missing};
        location ~ {hidden} {{ return 404; }}
{locations}
        location {base} {{ alias {root}; index index.html; }}
    }}
{plain}}}
"""
PLAIN = """
    server {{
        listen 80;
        server_name {name};
        access_log off;
        return 301 https://$host$request_uri;
    }}
"""


def render_nginx(pages: Mapping[str, str], site_url: str, server: Server, kept: str, brotli: str = "") -> str:
    """The configuration for a built site, {path: HTML}.

    `kept` is a folder where nginx may write its log and its process id; `brotli` is the file of its module for `.br`.
    """
    root, base = server.folder.rstrip("/") + "/", unquote(base_of(site_url))
    told = _told(pages, site_url, secure=bool(server.certificate))
    kinds = told.pop("Content-Type")
    return WHOLE.format(
        folder=re.sub(r"[\x00-\x1f\x7f]", "?", server.folder),
        module=f"load_module {_literal(brotli)};\n" if brotli else "",
        pid=_literal(f"{kept}/nginx.pid"),
        log=_value(f"{kept}/access.log"),
        passing=_lines(4, (f"{name}_temp_path {_literal(f'{kept}/{name}')};" for name in PASSING)),
        types=_lines(8, (f"{_literal(kind)} {ending};" for ending, kind in TYPES.items())),
        bucket=_bucket(pages, base),
        maps="".join(_map(name, values, base) for name, values in told.items() if len(values) > 1),
        listen=_listen(server),
        name=server.name or "_",
        tls=_tls(server),
        headers=_lines(8, (_header(name, values) for name, values in told.items())),
        brotli="        brotli_static on;\n" if brotli else "",
        missing=_value(f"{base}404.html"),
        hidden=_literal(HIDDEN),
        locations=_lines(8, [*_below(base), *_redirects(pages, base), *_kinds(kinds, base, root)]),
        base=_literal(base),
        root=_value(root),
        plain=PLAIN.format(name=server.name or "_") if server.certificate and server.listen in ("", "443") else "",
    )


def _told(pages: Mapping[str, str], site_url: str, *, secure: bool) -> dict[str, Headers]:
    told = headers_by_name(rules_of(pages, site_url, lambda path: address_of(path).lower()))
    return told if secure else {name: values for name, values in told.items() if name != SECURE}


def _listen(server: Server) -> str:
    return f"{server.listen or 443} ssl http2" if server.certificate else server.listen or "8080"


def _header(name: str, values: Headers) -> str:
    value = _value(values["/*"]) if len(values) == 1 else _variable(name)
    return f"add_header {name} {value} always;"


def _map(name: str, values: Headers, base: str) -> str:
    """A header whose value differs from file to file; one that is empty is not sent."""
    lines = {"": f"default {_value(values.get('/*', ''))};"}
    for pattern, value in values.items():
        if pattern != "/*":
            # nginx does not tell capitals apart here, and takes no address twice: pages of one such share their rule.
            lines[pattern.lower()] = f"{_key(base, pattern)} {_value(value)};"
    return f"\n    map $uri {_variable(name)} {{\n{_lines(8, lines.values())}\n    }}"


def _bucket(pages: Iterable[str], base: str) -> int:
    """Room for the longest address, as nginx counts it: a power of two."""
    longest = max((len(f"{base}{path}".encode()) for path in pages), default=0)
    return max(128, 1 << (longest + 32).bit_length())


def _key(base: str, pattern: str) -> str:
    """What a pattern matches, of the file that is sent at last. Whole addresses go before expressions."""
    path = base + pattern[1:]
    if pattern.startswith(ENDING):
        return _literal(rf"~*\.{pattern.removeprefix(ENDING)}$")
    if pattern.endswith("/*"):
        return _literal(f"~^{re.escape(path[:-1])}")
    return _literal(f"{path}index.html" if path.endswith("/") else path)


def _redirects(pages: Mapping[str, str], base: str) -> Iterable[str]:
    for old, new in redirects_of(pages).items():
        yield f"location = {_literal(base + old[1:])} {{ return 301 {_value(quote(base + new[1:], safe='/#%'))}; }}"


def _below(base: str) -> Iterable[str]:
    """A site that is not at its host's root is found without its last stroke too."""
    if base != "/":
        yield f"location = {_literal(base[:-1])} {{ return 301 {_value(quote(base))}; }}"


def _kinds(kinds: Headers, base: str, root: str) -> Iterable[str]:
    """Files of which the name does not say what they are."""
    for pattern, kind in kinds.items():
        file = f"types {{ }} default_type {_literal(kind)}; alias {_value(root + pattern[1:])};"
        yield f"location = {_literal(base + pattern[1:])} {{ {file} }}"


def _tls(server: Server) -> str:
    if not server.certificate:
        return ""
    certificate, key = map(_value, server.certificate)
    said = (f"ssl_certificate {certificate};", f"ssl_certificate_key {key};", "ssl_protocols TLSv1.2 TLSv1.3;")
    return _lines(8, said) + "\n"


def _variable(name: str) -> str:
    return "$sent_" + name.lower().replace("-", "_")


def _literal(text: str) -> str:
    """A word that nginx takes as it stands."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _value(text: str) -> str:
    """A word in which nginx would look for variables."""
    return _literal(text.replace("$", "${dollar}"))


def _lines(indent: int, lines: Iterable[str]) -> str:
    return "\n".join(" " * indent + line for line in lines)
