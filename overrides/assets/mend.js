{% from "partials/lean.html" import scripts %}{{ scripts((["leave"] if config.extra.exit_url else []) + ["colour", "print", "open"]) }}
