/* The words that were searched for stand out in the items at the top of the list. A browser that cannot do so leaves it. */

const MARKED = 60;
const CAN_MARK = "highlights" in CSS;
let marking = 0;

/* A text as the search sees it, and for each of its letters the place of that letter in the text itself. */
function folded(text) {
  let plain = "";
  const places = [];
  for (let n = 0; n < text.length; n += 1) {
    const letters = fold(text[n]);
    plain += letters;
    for (let k = 0; k < letters.length; k += 1) places.push(n);
  }
  return { plain, places };
}

function* hitsIn(node, words) {
  const { plain, places } = folded(node.data);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const range = new Range();
      range.setStart(node, places[at]);
      range.setEnd(node, places[at + word.length - 1] + 1);
      yield range;
    }
  }
}

function* hits(row, words) {
  for (const part of row.querySelectorAll(OWN)) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) yield* hitsIn(texts.currentNode, words);
  }
}

function mark() {
  const words = searched();
  CSS.highlights.delete("found");
  if (!words.length) return;
  const found = new Highlight();
  for (const place of [...matching].slice(0, MARKED)) for (const range of hits(ROWS[place], words)) found.add(range);
  CSS.highlights.set("found", found);
}

function listenToSearch() {
  if (!CAN_MARK) return;
  document.addEventListener("filtered", () => {
    clearTimeout(marking);
    marking = setTimeout(mark, 60);
  });
}
