{% from "partials/lean.html" import scripts %}{{ scripts(["sheet"], "sheets") }}
