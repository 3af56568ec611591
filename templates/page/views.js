/* One part of the page at a time, chosen by the address behind "#"; links to items and matters open what holds them. */

const SECTIONS = [...document.querySelectorAll("main > section")];
const NAMES = new Set(SECTIONS.map((section) => section.id));
const WITH_FORM = new Set(["items", "timeline", "links"]);
const BESIDE = { summary: "sources" };

function show(name) {
  document.body.dataset.view = name;
  for (const section of SECTIONS) section.hidden = ![name, BESIDE[name]].includes(section.dataset.name);
  FORM.hidden = !WITH_FORM.has(name);
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (name === "links") drawGraph();
}

function point(target) {
  for (let around = target; around; around = around.parentElement) if (around.localName === "details") around.open = true;
  for (const marked of document.querySelectorAll(".here")) marked.classList.remove("here");
  target.classList.add("here");
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

function openItem(code) {
  if (!matching.has(PLACE.get(code))) resetFilter();
  show("items");
  const row = ROWS[PLACE.get(code)];
  row.querySelector("details").open = true;
  reveal(PLACE.get(code), true);
  point(row);
}

function openSection(name) {
  const parent = Object.keys(BESIDE).find((key) => BESIDE[key] === name);
  show(parent || name);
  const heading = document.getElementById(`h-${name}`);
  if (parent) heading.scrollIntoView();
  else window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/* Goes where the address points; an address that leads nowhere leads to the summary. */
function follow() {
  const [first, code] = decodeURIComponent(location.hash.slice(1)).split("/");
  const target = document.getElementById(first);
  if (PLACE.has(first)) openItem(first);
  else if (first === "links" && PLACE.has(code)) focusGraph(code);
  else if (NAMES.has(first)) openSection(first);
  else if (target && target.closest("section")) {
    show(target.closest("section").dataset.name);
    point(target);
  } else if (first !== "main") show("summary");
}

/* Parts give up their names, lest the browser itself scrolls past the search that stands above them. */
function takeNames() {
  for (const section of SECTIONS) {
    section.dataset.name = section.id;
    section.removeAttribute("id");
  }
}

/* A figure of the summary leads to its items. */
function listenToFigures() {
  for (const figure of document.querySelectorAll("a[data-status]")) {
    figure.addEventListener("click", () => {
      FORM.reset();
      FORM.elements.status.value = figure.dataset.status;
      applyFilter();
    });
  }
}
