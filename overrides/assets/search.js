{% from "partials/lean.html" import scripts -%}
{%- set parts = [
  "words", "phrases", "spelling", "learnt", "vocabulary", "places", "engine", "show", "load", "dialog"
] -%}
{% filter small(".js") %}
const guideSearch = (() => {
  {{ scripts(parts, "search") }}
  return { load: loadSearch, open: openSearch, shown: showPlaces };
})();
{% endfilter %}
