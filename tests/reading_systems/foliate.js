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
  const { range } = view.lastLocation;
  markScrollers(doc);
  return {
    document: view.book.sections[index].id,
    words: words(range.cloneContents(), range.commonAncestorContainer),
    whole: words(doc.body.cloneNode(true), doc.body),
    images: [...doc.querySelectorAll("img, svg")].filter((one) => onScreen(one)).length,
    cut: cutWords(doc, range),
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
function words(content, ancestor) {
  const element = ancestor.nodeType === Node.ELEMENT_NODE ? ancestor : ancestor.parentElement;
  if (element.closest("[data-scrolls]")) return "";
  const unseen = "annotation, annotation-xml, [data-scrolls]";
  for (const each of content.querySelectorAll(unseen)) each.remove();
  return content.textContent;
}

// The words of lines that the foot of the screen goes through, as through what may not be parted.
function cutWords(doc, range) {
  const root = doc.documentElement;
  const { paddingBottom } = getComputedStyle(root);
  const foot = root.getBoundingClientRect().bottom - parseFloat(paddingBottom);
  const through = ({ top, bottom }) => bottom - (bottom - top) * 0.3 > foot;
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const cut = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !range.intersectsNode(node)) continue;
    const line = doc.createRange();
    line.selectNodeContents(node);
    const scroller = node.parentElement.closest("[data-scrolls]");
    const rects = scroller ? [scroller.getBoundingClientRect()] : [...line.getClientRects()];
    if (rects.some(through)) cut.push(node.data.trim());
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
function onScreen(element) {
  const { start, end, size } = view.renderer;
  const [left, right] = [start - size, end - size];
  return [...element.getClientRects()].some((rect) => rect.right >= left && rect.left <= right);
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
