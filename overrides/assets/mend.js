{% from "partials/lean.html" import scripts %}
{%- set leaving = ["leave"] if config.extra.exit_url else [] -%}
{{ scripts(leaving + ["colour", "print", "open"]) }}
