"""An old address leads on: to the same place on the page, and without scripts to the page at least."""

import pytest

pytestmark = pytest.mark.browser

PAGES = {"index.md": "# Home\n", "new/page.md": "---\naliases: [was/here]\n---\n# New\n\n## Place {#place}\n\nText.\n"}


@pytest.mark.parametrize(("scripts", "end"), [(True, "new/page/#place"), (False, "new/page/")], ids=["on", "off"])
def test_an_old_address_leads_on(browser, small_site, line, scripts, end):
    """Whoever comes from a kept link to a heading is at that heading; "Back" does not lead round in a circle."""
    site, made = small_site(PAGES)
    assert made.returncode == 0, made.stdout
    _, address = line(site, "/below/")
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    page.goto(f"{address}was/here/#place")
    page.wait_for_url(f"{address}{end}")
    page.go_back()

    assert page.url == address
    context.close()
