{% from "partials/lean.html" import scripts -%}
{% filter small(".js") %}
const guideSearch = (() => {
{{ scripts(["words", "phrases", "spelling", "learnt", "vocabulary", "places", "engine", "show", "load", "dialog"], "search") }}
return { load: loadSearch, open: openSearch, shown: showPlaces };
})();
{% endfilter %}
