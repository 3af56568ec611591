/* Which dependencies are shown: the critical path, or all that stands before and behind one item. */

const MOST = 40;
const GRAPH = document.getElementById("graph");
const CHAIN = document.getElementById("chain");
const before = DATA.codes.map(() => []);
const after = DATA.codes.map(() => []);
for (const [from, to] of DATA.links) {
  before[to].push(from);
  after[from].push(to);
}
const linked = DATA.codes.map((_, place) => place).filter((place) => before[place].length + after[place].length);
const isCritical = (place) => ROWS[place].classList.contains("critical");
const numberOf = (place) => ROWS[place].querySelector(".no").textContent;
const actionOf = (place) => ROWS[place].querySelector(".action").textContent;
const nameOf = (place) => filled("chain", { number: numberOf(place), action: actionOf(place) });
let focus = null;
let redraw = () => {};

/* All that stands before or behind an item, the nearest first. */
function around(place) {
  const found = new Set([place]);
  for (const side of [before, after]) {
    let edge = [place];
    while (edge.length) {
      edge = edge.flatMap((one) => side[one]).filter((one) => !found.has(one) && found.add(one));
    }
  }
  return nearest(place, found);
}

function nearest(place, held) {
  const order = [place];
  const seen = new Set(order);
  for (let n = 0; n < order.length; n += 1) {
    for (const one of [...before[order[n]], ...after[order[n]]]) {
      if (held.has(one) && !seen.has(one)) {
        seen.add(one);
        order.push(one);
      }
    }
  }
  return order;
}

/* The layer of each item: one below the last of what it waits for. A link that closes a ring is left out and told. */
function layers(held) {
  const depth = new Map();
  const open = new Set();
  const rings = new Set();
  const visit = (place) => {
    if (depth.has(place)) return depth.get(place);
    open.add(place);
    let deepest = 0;
    for (const one of before[place].filter((other) => held.has(other))) {
      if (open.has(one)) rings.add(`${one}-${place}`);
      else deepest = Math.max(deepest, visit(one) + 1);
    }
    open.delete(place);
    depth.set(place, deepest);
    return deepest;
  };
  for (const place of held) visit(place);
  return { depth, rings };
}

/* What can be shown: the critical path, then every linked item that matches, the most awaited first. */
function offer() {
  const options = [];
  if (criticalPath().length > 1) options.push(new Option(DATA.words["chain.critical"], ""));
  const places = linked.filter((place) => matching.has(place) || place === focus);
  places.sort((a, b) => after[b].length - after[a].length || a - b);
  for (const place of places.slice(0, 300)) options.push(new Option(nameOf(place), DATA.codes[place]));
  CHAIN.replaceChildren(...options);
}

const criticalPath = () => linked.filter((place) => isCritical(place) && matching.has(place));

/* Without a choice the critical path is shown, and where there is none, the most awaited item. */
function drawGraph() {
  offer();
  if (focus !== null) CHAIN.value = DATA.codes[focus];
  focus = PLACE.get(CHAIN.value) ?? null;
  const places = focus === null ? criticalPath() : around(focus);
  const held = new Set(places.slice(0, MOST));
  GRAPH.replaceChildren();
  note(held.size, places.length);
  if (!held.size) return;
  const { depth, rings } = layers(held);
  redraw = () => draw(held, depth, rings);
  redraw();
}

function note(shown, all) {
  const line = document.getElementById("chain-note");
  const key = !shown ? "chain.empty" : shown < all ? "chain.rest" : "";
  line.textContent = key ? filled(key, { shown: number(shown), all: number(all) }) : "";
  if (focus === null) return;
  const open = document.createElement("a");
  open.className = "open";
  open.href = `#${encodeURIComponent(DATA.codes[focus])}`;
  open.textContent = `${DATA.words["chain.open"]}: ${numberOf(focus)}`;
  line.append(open);
}

function focusGraph(code) {
  focus = PLACE.get(code);
  show("links");
  document.querySelector(".graph").scrollIntoView();
  boxOf(focus)?.focus({ preventScroll: true });
}

function listenToGraph() {
  CHAIN.addEventListener("change", () => {
    focus = PLACE.get(CHAIN.value) ?? null;
    drawGraph();
  });
  for (const kind of ["mouseover", "focusin"]) GRAPH.addEventListener(kind, light);
  window.addEventListener("resize", () => GRAPH.offsetParent && redraw());
  document.addEventListener("filtered", () => GRAPH.offsetParent && drawGraph());
}
