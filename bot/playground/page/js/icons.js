// The page's own signs, so that none depends on the fonts at hand.

const PATHS = {
  attach: "M16.5 6.5v9a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9a1.5 1.5 0 0 1-3 0V7",
  back: "M14.5 5.5 8 12l6.5 6.5",
  close: "M6.5 6.5l11 11m0-11-11 11",
  lock: "M8 11V8.5a4 4 0 0 1 8 0V11m-9 0h10v8H7z",
  more: "M12 5h.01M12 12h.01M12 19h.01",
  pin: "M12 21s6.5-5.6 6.5-11a6.5 6.5 0 0 0-13 0C5.5 15.4 12 21 12 21zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  plus: "M12 5.5v13m-6.5-6.5h13",
  send: "M4.5 12 20 5l-4.5 14-4-5.5zm7 1.5L20 5",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
