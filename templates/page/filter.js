"use strict";
/* Which items the reader sees: words and choices of the form, applied to the list and the timeline. */

const DATA = JSON.parse(document.getElementById("data").textContent);
const FORM = document.querySelector("form");
const QUERY = document.getElementById("query");
const ROWS = DATA.codes.map((code) => document.getElementById(code));
const BARS = new Map([...document.querySelectorAll("[data-item]")].map((bar) => [bar.dataset.item, bar]));
const PLACE = new Map(DATA.codes.map((code, place) => [code, place]));
const matching = new Set(DATA.codes.keys());
let texts = null;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const filled = (name, values) => DATA.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const number = (value) => value.toLocaleString(document.documentElement.lang);

/* Every word must stand somewhere in the item, its details and sources included. */
function passes(place, words, chosen) {
  return chosen.every(([name, value]) => DATA.facets[name][place].includes(value))
    && words.every((word) => texts[place].includes(word));
}

function chosenValues() {
  return [...FORM.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.name, Number(one.value)]);
}

function applyFilter() {
  const words = fold(QUERY.value).split(/\s+/).filter(Boolean);
  const chosen = chosenValues();
  if (words.length && !texts) texts = ROWS.map((row) => fold(row.textContent));
  matching.clear();
  ROWS.forEach((row, place) => {
    const shown = passes(place, words, chosen);
    if (shown) matching.add(place);
    row.hidden = !shown;
    const bar = BARS.get(DATA.codes[place]);
    if (bar) bar.hidden = !shown;
  });
  for (const chart of document.querySelectorAll(".chart")) chart.hidden = !chart.querySelector("li:not([hidden])");
  report(words.length + chosen.length > 0, chosen.length);
  document.dispatchEvent(new Event("filtered"));
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
