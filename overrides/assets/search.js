{% from "partials/lean.html" import scripts -%}
const guideSearch = (() => {
{{ scripts(["words", "phrases", "spelling", "alarms", "vocabulary", "places", "engine", "show", "load", "dialog"], "search") }}
return { load: loadSearch, open: openSearch, shown: showPlaces };
})();
