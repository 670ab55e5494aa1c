"""One picture for every page of the site that is shared; a safety page shows none."""

from guide_mkdocs import card_of, publish

ADDRESS = "assets/card.png"


def on_files(files, *, config):
    card = card_of(files, config)
    if card:
        publish(ADDRESS, card, files, config)
        # Whoever shows it is elsewhere, so it needs its whole address.
        config.extra["card"] = config.site_url + ADDRESS
    return files
