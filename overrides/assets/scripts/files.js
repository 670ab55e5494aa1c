{% from "partials/lean.html" import scripts %}{{ scripts(["files"], "sheets") }}
