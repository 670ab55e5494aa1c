"""The site over TLS, and without it."""

import http.client
import ssl
import subprocess

import pytest
from guide.site.hosting.rules import SECURE
from machine import tool
from servers import SERVERS, configuration, hosted


@pytest.mark.parametrize("name", SERVERS)
def test_over_tls(name, finished, certificate, tmp_path):
    """HTTP/2, and the word that readers are to come this way only; old protocols are refused."""
    words = ("--name", "localhost", "--certificate", certificate[0], "--key", certificate[1])
    with hosted(name, finished, tmp_path, *words) as server:
        context = ssl.create_default_context(cafile=certificate[0])
        secure = http.client.HTTPSConnection("localhost", server.port, context=context, timeout=10)
        secure.request("GET", "/steps/talk/")
        answer = secure.getresponse()
        said = answer.headers
        answer.read()
        secure.close()
        load = subprocess.run(
            [tool("h2load"), "-n", "200", "-c", "10", f"https://localhost:{server.port}/steps/talk/"],
            capture_output=True,
            text=True,
        ).stdout

    assert said[SECURE] == "max-age=31536000"
    assert "Application protocol: h2" in load
    assert "200 succeeded, 0 failed, 0 errored" in load


def test_plain_http_promises_nothing(server):
    """Without a certificate nobody is told to come by TLS alone."""
    assert server.get("/")[SECURE.lower()] == ""


@pytest.mark.parametrize("name", SERVERS)
def test_the_server_itself_finds_no_fault(name, finished, certificate, tmp_path):
    """For the ports of the web, where no test may listen, the server reads its configuration and takes it."""
    words = ("--name", "mend.example", "--certificate", certificate[0], "--key", certificate[1])
    written = tmp_path / "conf"
    written.write_text(configuration(name, finished, *words).stdout, encoding="utf-8")
    check = {
        "nginx": [tool("nginx"), "-e", "stderr", "-t", "-c", written],
        "caddy": [tool("caddy"), "validate", "--adapter", "caddyfile", "--config", written],
    }
    said = subprocess.run(check[name], capture_output=True, text=True)

    assert said.returncode == 0, said.stderr
