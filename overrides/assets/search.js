{% from "partials/lean.html" import scripts %}{{ scripts(["engine", "dialog"], "search") }}
