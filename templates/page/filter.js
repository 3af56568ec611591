"use strict";
/* Which items the reader sees: words and choices of the form, applied to the list and the timeline. */

const DATA = JSON.parse(document.getElementById("data").textContent);
const FORM = document.querySelector("form");
const QUERY = document.getElementById("query");
const ROWS = DATA.codes.map((code) => document.getElementById(code));
const PLACE = new Map(DATA.codes.map((code, place) => [code, place]));
const BARS = [];
for (const bar of document.querySelectorAll("[data-item]")) BARS[PLACE.get(bar.dataset.item)] = bar;
const CHARTS = [...document.querySelectorAll(".chart")].map((chart) => (
  { chart, places: [...chart.querySelectorAll("li")].map((bar) => PLACE.get(bar.dataset.item)) }));
const AT_ONCE = 200;
const matching = new Set(DATA.codes.keys());
let texts = null;
let painting = 0;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const filled = (name, values) => DATA.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const number = (value) => value.toLocaleString(document.documentElement.lang);

/* The words of an item, its details and sources, without those of the items that it refers to. */
const OWN = ".no, .what, .who, .when, .cost, dd:not(.reference)";
const wordsOf = (row) => fold([...row.querySelectorAll(OWN)].map((one) => one.textContent).join(" "));

/* Every word must stand somewhere in the item. */
function passes(place, words, chosen) {
  return chosen.every(([name, value]) => DATA.facets[name][place].includes(value))
    && words.every((word) => texts[place].includes(word));
}

function chosenValues() {
  return [...FORM.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.name, Number(one.value)]);
}

const searched = () => fold(QUERY.value).split(/\s+/).filter(Boolean);

function applyFilter() {
  const words = searched();
  const chosen = chosenValues();
  if (words.length && !texts) texts = ROWS.map(wordsOf);
  matching.clear();
  for (const place of ROWS.keys()) if (passes(place, words, chosen)) matching.add(place);
  for (const place of ROWS.keys()) if (!matching.has(place)) reveal(place, false);
  for (const { chart, places } of CHARTS) chart.hidden = !places.some((place) => matching.has(place));
  clearTimeout(painting);
  paint([...matching].filter((place) => ROWS[place].hidden));
  report(words.length + chosen.length > 0, chosen.length);
  document.dispatchEvent(new Event("filtered"));
}

function reveal(place, shown) {
  if (ROWS[place].hidden !== shown) return;
  ROWS[place].hidden = !shown;
  if (BARS[place]) BARS[place].hidden = !shown;
}

/* What has become visible is shown a part at a time, so that a long list keeps nobody from typing. */
function paint(places) {
  for (const place of places.slice(0, AT_ONCE)) reveal(place, true);
  if (places.length > AT_ONCE) painting = setTimeout(paint, 0, places.slice(AT_ONCE));
}

function report(filtering, choices) {
  const key = matching.size ? "count" : "none";
  document.getElementById("count").textContent = filled(key, { shown: number(matching.size), all: number(ROWS.length) });
  FORM.querySelector("button").hidden = !filtering;
  const badge = document.getElementById("chosen");
  badge.hidden = !choices;
  badge.textContent = number(choices);
}

function resetFilter() {
  FORM.reset();
  applyFilter();
}

function listenToForm() {
  let waiting = 0;
  FORM.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(applyFilter, 120);
  });
  FORM.addEventListener("submit", (event) => event.preventDefault());
  FORM.addEventListener("reset", () => setTimeout(applyFilter));
}
