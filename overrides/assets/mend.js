{% from "partials/lean.html" import scripts %}{{ scripts(["exit", "colour", "print", "open"]) }}
