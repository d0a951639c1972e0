// Small helpers for making elements and telling things.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "style") node.style.cssText = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

export function toast(text) {
  if (!text) return;
  const node = el("div", { class: "toast" }, text);
  byId("toasts").append(node);
  setTimeout(() => node.remove(), 4000);
}

export function alertBox(text) {
  const close = () => box.remove();
  const box = el(
    "div",
    { class: "veil", onclick: close },
    el("div", { class: "alert", role: "alertdialog" }, el("p", {}, text), el("button", { class: "plain", onclick: close }, "OK")),
  );
  document.body.append(box);
  box.querySelector("button").focus();
}

// A small menu at an element; items are [label, action] pairs, `signs` likewise, in one row above.
export function popup(anchor, items, signs = []) {
  document.querySelector(".popup")?.remove();
  const item = ([label, action]) => el("button", { role: "menuitem", onclick: () => (menu.remove(), action()) }, label);
  const row = signs.length ? el("div", { class: "signs" }, signs.map(item)) : null;
  const menu = el("div", { class: "popup", role: "menu" }, row, items.filter(Boolean).map(item));
  document.body.append(menu);
  const place = anchor.getBoundingClientRect();
  const left = Math.min(place.left, innerWidth - menu.offsetWidth - 8);
  const below = place.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${below ? place.bottom + 4 : Math.max(8, place.top - menu.offsetHeight - 4)}px`;
  const away = (event) => {
    if (menu.contains(event.target)) return;
    menu.remove();
    document.removeEventListener("pointerdown", away, true);
  };
  document.addEventListener("pointerdown", away, true);
}

const HUES = [4, 28, 88, 158, 200, 262, 322];

export function hue(id) {
  return HUES[Math.abs(Number(id)) % HUES.length];
}

export function avatar(id, name, small = false) {
  const letters = (name ?? "?").split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  return el("span", { class: small ? "avatar small" : "avatar", style: `--hue:${hue(id)}`, "aria-hidden": "true" }, letters);
}

// A topic's sign: its color and the first letter (or else digit) of its name.
export function topicIcon(topic) {
  const color = topic.icon_color ? `#${topic.icon_color.toString(16).padStart(6, "0")}` : "var(--hint)";
  const letters = [...topic.name];
  const letter = letters.find((one) => /\p{L}/u.test(one)) ?? letters.find((one) => /\p{N}/u.test(one)) ?? "#";
  return el("span", { class: "topic-icon", style: `background:${color}`, "aria-hidden": "true" }, letter);
}
