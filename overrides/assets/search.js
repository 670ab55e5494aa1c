{% from "partials/lean.html" import scripts -%}
{%- set parts = [
  "words", "phrases", "spelling", "subjects", "learnt", "vocabulary", "places", "engine", "show", "lines", "load", "dialog"
] -%}
{% filter small(".js") %}
const guideSearch = (() => {
  {{ scripts(parts, "search") }}
  return { load: loadSearch, open: openSearch, shown: showPlaces };
})();
{% endfilter %}
