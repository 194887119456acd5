// What a reader of this page loses by its layout: where it must be scrolled sideways, and which
// words are cut off, or written on top of others.
() => {
  const SLACK = 1; // CSS pixels that rounding may take
  const HIDDEN = 2; // a box this small hides its words on purpose, for screen readers alone

  const root = document.documentElement;
  const windowBox = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const place = (element) => ({
    target: path(element),
    html: element.outerHTML.slice(0, 300),
  });
  const path = (element) => {
    const steps = [];
    for (let each = element; each && each !== root; each = each.parentElement) {
      if (each.id) return [`#${CSS.escape(each.id)}`, ...steps].join(" > ");
      const siblings = [...each.parentElement.children];
      const same = siblings.filter((one) => one.localName === each.localName);
      const nth = same.length > 1 ? `:nth-of-type(${same.indexOf(each) + 1})` : "";
      steps.unshift(each.localName + nth);
    }
    return steps.join(" > ") || "html";
  };

  // How an element treats what does not fit into it: "visible", "cut" or "scroll", on each axis.
  const kept = new Map();
  const treats = (element) => {
    if (!kept.has(element)) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const kind = (overflow) =>
        ({ hidden: "cut", clip: "cut", auto: "scroll", scroll: "scroll" })[overflow] ?? "visible";
      const isPage = element === root || element === document.body;
      kept.set(element, {
        x: isPage && overflowX !== "hidden" && overflowX !== "clip" ? "visible" : kind(overflowX),
        y: isPage && overflowY !== "hidden" && overflowY !== "clip" ? "visible" : kind(overflowY),
        box: isPage ? windowBox : box(element),
        clipped: clipPath !== "none",
      });
    }
    return kept.get(element);
  };

  const scrolledSideways = () => {
    const page = document.scrollingElement ?? root;
    if (page.scrollWidth <= innerWidth) return [];
    const sticksOut = (element) => box(element).right > innerWidth + SLACK && !confined(element);
    const out = [...document.body.querySelectorAll("*")].filter(sticksOut);
    const deepest = out.filter((one) => !out.some((each) => each !== one && one.contains(each)));
    return (deepest.length ? deepest : [root]).map(place);
  };
  const confined = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (treats(each).x !== "visible") return true;
    }
    return false;
  };

  // The lines of each run of text, without the air that a typeface has above and below its letters.
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
      // Where the words of a drawing stand is what the drawing says, not the page around it.
      if (element.closest("svg")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        const air = (bottom - top) * 0.3;
        if (right - left > SLACK && bottom - top > SLACK) {
          found.push({ node, element, left, right, top: top + air, bottom: bottom - air });
        }
      }
    }
    return found;
  };

  // "whole", "cut", or "away" where it is hidden on purpose, or scrolled out of its own box.
  const seen = (line) => {
    let { left, right, top, bottom } = line;
    for (let each = line.element; each; each = each.parentElement) {
      const { x, y, box: edge, clipped } = treats(each);
      const small = edge.right - edge.left <= HIDDEN || edge.bottom - edge.top <= HIDDEN;
      if (small && (x === "cut" || clipped)) return "away";
      if (x === "cut" && (left < edge.left - SLACK || right > edge.right + SLACK)) return "cut";
      if (y === "cut" && (top < edge.top - SLACK || bottom > edge.bottom + SLACK)) return "cut";
      if (x === "scroll") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (y === "scroll") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      if (left >= right || top >= bottom) return "away";
      Object.assign(line, { left, right, top, bottom });
    }
    return left < -SLACK && right > 0 ? "cut" : "whole";
  };

  const overwritten = (all) => {
    // Accents and limits of formulas share their base's place.
    const sorted = all.filter(({ element }) => !element.closest("math"));
    sorted.sort((a, b) => a.top - b.top);
    let open = [];
    const found = [];
    for (const line of sorted) {
      open = open.filter(({ bottom }) => bottom > line.top + SLACK);
      const under = open.find(
        (one) =>
          one.node !== line.node && one.left < line.right - SLACK && line.left < one.right - SLACK,
      );
      if (under) found.push(line);
      open.push(line);
    }
    return found;
  };

  const all = lines();
  const judged = Map.groupBy(all, seen);
  const lost = [...(judged.get("cut") ?? []), ...overwritten(judged.get("whole") ?? [])];
  return {
    wide: scrolledSideways(),
    lost: [...new Set(lost.map(({ element }) => element))].map(place),
    lines: all.length - (judged.get("away") ?? []).length,
  };
}
