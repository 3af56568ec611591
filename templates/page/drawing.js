/* The dependencies as a picture: lanes from the centre to the districts are columns, what comes first stands above.
   Boxes are links that the browser lays out; lines run in the gaps between them, never behind a box. */

const SVG = "http://www.w3.org/2000/svg";
const GAP = 36;
const PAPER = { width: 1030, height: 470 };

const boxOf = (place) => GRAPH.querySelector(`[data-place="${place}"]`);

function part(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function box(place) {
  const link = part("a", isCritical(place) ? "box critical" : "box", "");
  link.href = `#links/${encodeURIComponent(DATA.codes[place])}`;
  link.dataset.place = place;
  if (place === focus) link.setAttribute("aria-current", "true");
  const time = ROWS[place].querySelector(".when").textContent;
  const numbers = before[place].map(numberOf).join(", ");
  const waits = numbers ? filled("chain.waits", { numbers }) : "";
  const parts = [part("b", "", numberOf(place)), part("span", "text", actionOf(place)), part("span", "time", time)];
  link.append(...parts, part("span", "hidden", waits));
  return link;
}

/* The boxes of every row, lane by lane; a layer with more boxes than a lane holds side by side goes on in a next row. */
function rowsOf(held, depth, lanes, beside) {
  const rows = [];
  for (let layer = 0; layer <= Math.max(...depth.values()); layer += 1) {
    const here = [...held].filter((place) => depth.get(place) === layer).sort((a, b) => a - b);
    const waiting = Array.from({ length: lanes }, (_, lane) => here.filter((place) => DATA.lanes[place] === lane));
    while (waiting.some((lane) => lane.length)) rows.push(waiting.map((lane) => lane.splice(0, beside)));
  }
  return rows;
}

function draw(held, depth, rings) {
  const lanes = [...held].some((place) => DATA.lanes[place] === 3) ? 4 : 3;
  const beside = Math.max(1, Math.floor(GRAPH.clientWidth / lanes / 190));
  const picture = GRAPH.parentElement;
  picture.className = `pictured lanes-${lanes} beside-${Math.min(beside, 2)}`;
  GRAPH.replaceChildren();
  rowsOf(held, depth, lanes, Math.min(beside, 2)).forEach((lanesOfRow) => {
    const row = part("div", "layer", "");
    for (const places of lanesOfRow) {
      const cell = part("div", "cell", "");
      cell.append(...places.map(box));
      row.append(cell);
    }
    GRAPH.append(row);
  });
  connect(held, rings);
  fitToPaper(picture);
}

/* On paper the picture keeps the size for which its lines were drawn, and is made smaller as a whole. */
function fitToPaper(picture) {
  const smaller = Math.min(0.8, PAPER.width / picture.offsetWidth, PAPER.height / picture.offsetHeight);
  picture.style.setProperty("--drawn", `${picture.offsetWidth}px`);
  picture.style.setProperty("--fit", Math.max(smaller, 0.45));
}

function edgeClass(from, to, accepted, rings) {
  if (rings.has(`${from}-${to}`)) return "edge ring";
  if (!accepted) return "edge proposed";
  return isCritical(from) && isCritical(to) ? "edge critical" : "edge";
}

/* Down into the gap below, along it, down beside the column of the other box, and into that from above. Lines of
   different boxes keep a little apart, and so do those that hold and those that are proposed. */
function line(from, to, accepted, frame) {
  const a = from.getBoundingClientRect();
  const b = to.getBoundingClientRect();
  const [upper, lower] = [from, to].map((one) => one.closest(".layer").getBoundingClientRect());
  const apart = (Number(from.dataset.place) % 4) * 3 + (accepted ? 0 : 12);
  const into = b.left + b.width / 2 - frame.left;
  const end = `V${b.top - frame.top - 2}m-4 -6l4 6l4 -6`;
  const next = upper.bottom === lower.top;
  if (next && a.left === b.left) return `M${into} ${a.bottom - frame.top}${end}`;
  const start = `M${a.left + a.width / 2 + apart - 10 - frame.left} ${a.bottom - frame.top}V${upper.bottom - GAP + 10 + apart - frame.top}`;
  if (next) return `${start}H${into}${end}`;
  return `${start}H${b.left - 4 - apart / 3 - frame.left}V${lower.top - frame.top}H${into}${end}`;
}

function connect(held, rings) {
  const frame = GRAPH.getBoundingClientRect();
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  for (const [from, to, accepted] of DATA.links.filter(([a, b]) => held.has(a) && held.has(b))) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", edgeClass(from, to, accepted, rings));
    path.setAttribute("d", line(boxOf(from), boxOf(to), accepted, frame));
    path.dataset.ends = `${from} ${to}`;
    svg.append(path);
  }
  GRAPH.prepend(svg);
}

/* The lines of the box under the pointer or with the focus stand out. */
function light(event) {
  const place = event.target.closest?.(".box")?.dataset.place;
  for (const path of GRAPH.querySelectorAll("path")) {
    path.classList.toggle("lit", place !== undefined && path.dataset.ends.split(" ").includes(place));
  }
}
