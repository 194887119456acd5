// A reading system as small as can be, around the engine of Foliate: opens a book, turns its pages,
// follows its links, and tells what a reader then has on the screen.

const view = document.createElement("foliate-view");

async function open(address) {
  document.body.append(view);
  const book = await (await fetch(address)).blob();
  await view.open(new File([book], "book.epub"));
  await view.goTo(0);
}

// Typefaces change the lines, and the engine then sets the pages anew.
async function settled() {
  await view.renderer.getContents()[0].doc.fonts.ready;
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function shown() {
  const [{ index, doc }] = view.renderer.getContents();
  markScrollers(doc);
  const texts = [...textsOf(doc)];
  return {
    document: view.book.sections[index].id,
    words: texts.map(wordsOnScreen).join(""),
    whole: texts.map(({ data }) => data).join(""),
    images: [...doc.querySelectorAll("img, svg")].filter((one) => onScreen(one)).length,
    cut: cutWords(doc),
  };
}

// What scrolls within itself is read by scrolling, not by turning pages.
function markScrollers(doc) {
  for (const each of doc.querySelectorAll("*")) {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(each).overflowY);
    const wider = each.scrollWidth > each.clientWidth + 1;
    const higher = each.scrollHeight > each.clientHeight + 1;
    each.toggleAttribute("data-scrolls", scrolls && (wider || higher));
  }
}

// The words that pages show: neither a formula's source nor what scrolls within itself.
function* textsOf(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest("annotation, annotation-xml, [data-scrolls]")) yield node;
}

// What stands in the column on the screen, letter by letter where a page turn parts a text. The
// engine's own range goes too far where its last node is a forced break that has come to the top of
// the next column: Chromium tells of it as if it stood at the foot of this one.
function wordsOnScreen(text) {
  const within = [...rangeOf(text).getClientRects()].map(isOnScreen);
  if (!within.includes(true)) return "";
  if (!within.includes(false)) return text.data;
  const letters = [...text.data.matchAll(/./gsu)];
  const shows = ({ 0: { length }, index }) =>
    [...rangeOf(text, index, index + length).getClientRects()].some(isOnScreen);
  return letters.filter(shows).map(([letter]) => letter).join("");
}

function rangeOf(text, start = 0, end = text.length) {
  const range = text.ownerDocument.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

// The words of lines that the foot of the screen goes through, as through what may not be parted.
function cutWords(doc) {
  const root = doc.documentElement;
  const { paddingBottom } = getComputedStyle(root);
  const foot = root.getBoundingClientRect().bottom - parseFloat(paddingBottom);
  const through = ({ top, bottom }) => bottom - (bottom - top) * 0.3 > foot;
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const cut = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim()) continue;
    const scroller = node.parentElement.closest("[data-scrolls]");
    const rects = [...(scroller ?? rangeOf(node)).getClientRects()];
    if (rects.some((rect) => isOnScreen(rect) && through(rect))) cut.push(node.data.trim());
  }
  return cut;
}

async function turn() {
  if (view.renderer.atEnd) return null;
  await view.next();
  await settled();
  return shown();
}

async function follow(address) {
  await view.goTo(address);
  await settled();
  const [{ index, doc }] = view.renderer.getContents();
  const target = view.book.resolveHref(address)?.anchor?.(doc);
  const found = target?.nodeType === Node.ELEMENT_NODE;
  return {
    ...shown(),
    found,
    displayed: found && onScreen(target),
    next: found ? wordsFrom(target, doc) : "",
  };
}

// Columns stand side by side in one long frame, of which the screen shows one.
function column() {
  const { start, end, size } = view.renderer;
  return [start - size, end - size];
}

function onScreen(element) {
  const [left, right] = column();
  return [...element.getClientRects()].some((rect) => rect.right >= left && rect.left <= right);
}

// By its middle, so that what stands on the edge is on one screen only.
function isOnScreen(rect) {
  const [left, right] = column();
  const middle = (rect.left + rect.right) / 2;
  return middle >= left && middle < right;
}

// The words from an element to where the next printed page begins, or to a picture: in print its
// words have another order, and a formula's are drawn.
function wordsFrom(element, doc) {
  const follows = (one) =>
    element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const range = doc.createRange();
  range.setStartBefore(element);
  range.setEndAfter(doc.body.lastChild);
  for (const stop of doc.querySelectorAll('[role="doc-pagebreak"], svg, math')) {
    if (!follows(stop)) continue;
    range.setEndBefore(stop);
    const said = range.toString().trim();
    if (said || stop.role === "doc-pagebreak") return said;
    range.setStartAfter(stop);
    range.setEndAfter(doc.body.lastChild);
  }
  return range.toString();
}

function contents() {
  return view.book.sections
    .filter(({ linear }) => linear !== "no")
    .map(({ id }) => id);
}

Object.assign(window, { open, shown, turn, follow, contents });
