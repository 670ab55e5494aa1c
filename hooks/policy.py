"""Each page of a build carries its Content-Security-Policy. Not under `serve`: live reload writes a script into it."""

from guide.policy import with_policy

_serving = False


def on_startup(*, command, dirty):
    global _serving
    _serving = command == "serve"


def on_post_page(output, *, page, config):
    return output if _serving else with_policy(output)


def on_post_template(output_content, *, template_name, config):
    return output_content if _serving or not template_name.endswith(".html") else with_policy(output_content)
