{% from "partials/lean.html" import scripts -%}
const guideSearch = (() => {
{{ scripts(["words", "spelling", "alarms", "vocabulary", "places", "engine", "load", "show", "dialog"], "search") }}
return { load: loadSearch, open: openSearch, shown: showPlaces };
})();
