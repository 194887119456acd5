// Keeps the page of bindery watch up to date. It changes what has changed, and nothing else:
// focus and the place where somebody reads stay where they are.
"use strict";
(() => {
  const PLACE = "data-at";
  const QUIET = 30000; // Milliseconds after which somebody is no longer taken to be reading here.
  const MARK = `[data-bindery-changed] { outline: 0.2em dashed currentColor; outline-offset: 0.3em; }`;

  const id = (name) => document.getElementById(name);
  const frame = () => id("frame");
  const asked = () => new URLSearchParams(location.search);
  const shown = () => frame()?.getAttribute("src").split("/").pop() ?? "";
  const inFrame = () => {
    const path = frame()?.contentWindow?.location.pathname ?? "";
    return path.includes("/dokument/") ? path.split("/").pop() : "";
  };

  // What is the same but for the numbers of its lines is not changed.
  const plain = (node) =>
    (node.outerHTML ?? `${node.nodeType} ${node.nodeValue}`).replaceAll(/ data-at="[^"]*"/g, "");
  const alike = (one, other) => one.nodeType === other.nodeType && plain(one) === plain(other);

  const named = (element) => element.id || element.getAttribute("aria-labelledby") || "";

  function renumber(old, fresh) {
    const places = [fresh, ...(fresh.querySelectorAll?.(`[${PLACE}]`) ?? [])];
    const kept = [old, ...(old.querySelectorAll?.(`[${PLACE}]`) ?? [])];
    places.forEach((place, number) => {
      const at = place.getAttribute?.(PLACE);
      if (at && kept[number]) kept[number].setAttribute(PLACE, at);
    });
  }

  function attributes(old, fresh) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      // Setting the address of a frame loads it again, even if it is the same.
      if (old.localName === "iframe" && name === "src") continue;
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  // Makes `old` like `fresh`, and returns the first element that was changed.
  function morph(old, fresh) {
    attributes(old, fresh);
    const kept = [...old.childNodes];
    const wanted = [...fresh.childNodes];
    let changed = null;
    let begin = 0;
    while (begin < kept.length && begin < wanted.length && alike(kept[begin], wanted[begin])) {
      renumber(kept[begin], wanted[begin]);
      begin += 1;
    }
    let [last, lastWanted] = [kept.length, wanted.length];
    while (last > begin && lastWanted > begin && alike(kept[last - 1], wanted[lastWanted - 1])) {
      last -= 1;
      lastWanted -= 1;
      renumber(kept[last], wanted[lastWanted]);
    }
    const after = kept[last] ?? null;
    for (let number = begin; number < Math.max(last, lastWanted); number += 1) {
      const was = number < last ? kept[number] : null;
      const is = number < lastWanted ? wanted[number] : null;
      if (was && is && was.nodeType === is.nodeType && was.nodeName === is.nodeName) {
        if (was.nodeType === Node.ELEMENT_NODE && named(was) === named(is)) {
          const inside = morph(was, is);
          changed ??= inside ?? was;
          continue;
        }
        if (was.nodeType !== Node.ELEMENT_NODE) {
          was.nodeValue = is.nodeValue;
          changed ??= old;
          continue;
        }
      }
      const made = is && old.ownerDocument.importNode(is, true);
      if (was && made) was.replaceWith(made);
      else if (made) old.insertBefore(made, after);
      else was.remove();
      changed ??= made?.nodeType === Node.ELEMENT_NODE ? made : old;
    }
    return changed;
  }

  // Links to other places open a page of their own: nothing from outside is shown in here.
  function dress() {
    const inside = frame()?.contentDocument;
    for (const link of inside?.querySelectorAll("a[href]") ?? []) {
      if (link.origin && link.origin !== location.origin) {
        link.target = "_blank";
        link.rel = "noopener noreferrer";
      }
    }
    const view = frame()?.contentWindow;
    if (view && !view.binderyDressed) {
      view.binderyDressed = true;
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(MARK);
      inside.adoptedStyleSheets.push(sheet);
      for (const kind of INPUT) view.addEventListener(kind, touched, { capture: true, passive: true });
    }
  }

  const INPUT = ["keydown", "pointerdown", "wheel", "touchstart"];
  let lastTouched = -Infinity;
  const touched = () => { lastTouched = performance.now(); };
  for (const kind of INPUT) addEventListener(kind, touched, { capture: true, passive: true });
  const somebodyReads = () => document.hasFocus() && performance.now() - lastTouched < QUIET;

  function mark(block) {
    const inside = frame().contentDocument;
    for (const one of inside.querySelectorAll("[data-bindery-changed]")) {
      one.removeAttribute("data-bindery-changed");
    }
    block.setAttribute("data-bindery-changed", "");
  }

  function bring(block) {
    const view = frame().contentWindow;
    const { top, bottom } = block.getBoundingClientRect();
    if (top < 0 || bottom > view.innerHeight) {
      view.scrollTo({ top: view.scrollY + top - view.innerHeight / 4, behavior: "instant" });
    }
  }

  function blockAt(at) {
    return at && frame()?.contentDocument?.querySelector(`[${PLACE}="${CSS.escape(at)}"]`);
  }

  function focusOn(block) {
    block.tabIndex = -1;
    frame().contentWindow.focus();
    block.focus({ preventScroll: true });
  }

  let waiting = null; // What to do when the frame has been loaded.
  function loaded() {
    if (!inFrame()) return;
    dress();
    if (waiting?.show === inFrame()) {
      const block = blockAt(waiting.at);
      if (block) {
        mark(block);
        if (waiting.scroll) bring(block);
        if (waiting.focus) focusOn(block);
      }
      waiting = null;
    } else if (inFrame() !== shown()) {
      address({ show: inFrame(), page: null, at: null });
      update();
    }
  }

  function address(changes) {
    const query = asked();
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    history.replaceState(null, "", `?${query}`);
  }

  async function parsed(path) {
    const answer = await fetch(path, { credentials: "omit", cache: "no-store" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const kind = answer.headers.get("content-type").split(";")[0];
    return new DOMParser().parseFromString(await answer.text(), kind);
  }

  async function patch(path) {
    const fresh = await parsed(path);
    const inside = frame().contentDocument;
    morph(inside.head, fresh.head);
    const changed = morph(inside.body, fresh.body);
    dress();
    return changed;
  }

  let number = Number(document.body.dataset.number);
  let told = {};

  async function refresh() {
    const isNew = told.number > number;
    const follows = isNew && id("follow").checked && !somebodyReads();
    const ofSummary = shown() === "sammendrag.html";
    if (follows && told.show) {
      address({ show: ofSummary ? shown() : told.show, page: null, at: null });
    }
    const digest = frame()?.dataset.digest;
    const focused = document.activeElement;
    const fresh = await parsed(location.search || "?");
    const wanted = fresh.getElementById("frame")?.getAttribute("src");
    number = Number(fresh.body.dataset.number);
    morph(document.body, fresh.body);
    document.title = fresh.title;
    if (focused !== document.body && !focused.isConnected) {
      id(["previous", "next"].includes(focused.id) ? "sheet" : "findings").focus();
    }
    if (!wanted) return;
    const show = wanted.split("/").pop();
    if (inFrame() !== show) {
      if (isNew) waiting = { show, at: told.at, scroll: follows };
      frame().setAttribute("src", wanted);
      return;
    }
    if (digest !== frame().dataset.digest) {
      const changed = await patch(wanted);
      let block = blockAt(told.at) ?? changed;
      if (changed && block.contains(changed)) block = changed;
      if (block && changed) {
        mark(block);
        if (id("follow").checked && !somebodyReads()) bring(block);
      }
    }
  }

  let busy = false;
  let again = false;
  async function update() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      try {
        await refresh();
      } catch {
        // The events say whether the command has ended.
      }
    } while (again);
    busy = false;
  }

  function listen() {
    const events = new EventSource("events");
    let timer = 0;
    events.addEventListener("open", () => {
      clearTimeout(timer);
      timer = 0;
      if (id("lost").textContent) id("lost").textContent = "";
    });
    events.addEventListener("message", ({ data }) => {
      told = JSON.parse(data);
      if (told.version !== Number(document.body.dataset.version)) update();
    });
    events.addEventListener("error", () => {
      timer ||= setTimeout(() => { id("lost").textContent = id("lost").dataset.lost; }, 2000);
    });
  }

  function goToChange() {
    const { show, at } = id("changed").dataset;
    if (inFrame() === show) {
      const block = blockAt(at);
      if (block) {
        mark(block);
        bring(block);
        focusOn(block);
      }
      return;
    }
    waiting = { show, at, scroll: true, focus: true };
    address({ show, page: null, at: null });
    update();
  }

  document.addEventListener("click", (event) => {
    const { target } = event;
    if (target.id === "go") goToChange();
    if (target.id === "previous" || target.id === "next") {
      // Nothing but the picture changes: the place in the document is kept, and the focus.
      event.preventDefault();
      address({ page: new URL(target.href).searchParams.get("page") });
      update();
    }
  });

  // The frame may not be there yet when the page is opened. Its event does not bubble.
  document.addEventListener("load", ({ target }) => { if (target.id === "frame") loaded(); }, true);
  if (frame()) {
    const at = asked().get("at");
    if (at) waiting = { show: shown(), at, scroll: true, focus: true };
    if (frame().contentDocument?.readyState === "complete") loaded();
  }
  listen();
})();
