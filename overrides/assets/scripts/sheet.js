{% from "partials/lean.html" import scripts %}{{ scripts(["paper", "sheet"], "sheets") }}
