{% from "partials/lean.html" import scripts %}{{ scripts(["keep"], "sheets") }}
