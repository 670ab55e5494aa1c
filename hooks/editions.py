"""The whole guide as one file joins the site."""

from guide_mkdocs import publish, put_parts, reading_of


def on_files(files, *, config):
    for edition in reading_of(files, config).editions.values():
        publish(edition.url, edition.data, files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["editions"], page, files, config)
