// Text with entities becomes elements. Offsets are in UTF-16 units, as JavaScript counts too.
import { el } from "./dom.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

// `onCommand` is called with a bot command that was clicked.
export function rich(text, entities, onCommand) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return piece(text, sorted, 0, text.length, onCommand);
}

function piece(text, entities, start, end, onCommand) {
  const nodes = [];
  let position = start;
  // a block ends its line by itself: the newline after it would make an empty one
  const between = (from, to) => (BLOCKS.has(nodes.at(-1)?.tagName) ? text.slice(from, to).replace(/^\n/, "") : text.slice(from, to));
  entities.forEach((entity, index) => {
    const stop = entity.offset + entity.length;
    if (entity.offset < position || stop > end) return;
    nodes.push(between(position, entity.offset));
    const inner = entities.slice(index + 1).filter((other) => other.offset >= entity.offset && other.offset + other.length <= stop);
    nodes.push(wrap(entity, text.slice(entity.offset, stop), piece(text, inner, entity.offset, stop, onCommand), onCommand));
    position = stop;
  });
  nodes.push(between(position, end));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, raw, children, onCommand) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(/^[a-z]+:/i.test(raw) ? raw : `http://${raw}`, children);
    case "email":
      return link(`mailto:${raw}`, children);
    case "phone_number":
      return link(`tel:${raw}`, children);
    case "spoiler":
      return el("span", { class: "spoiler", onclick: (event) => event.currentTarget.classList.add("open") }, children);
    case "bot_command":
      return el("a", { href: "", onclick: (event) => (event.preventDefault(), onCommand(raw)) }, children);
    case "mention":
    case "hashtag":
    case "text_mention":
      return el("span", { class: "mention" }, children);
    default:
      return el("span", {}, children);
  }
}

function link(url, children) {
  const safe = /^(https?|mailto|tel|tg):/i.test(url);
  return el("a", { href: safe ? url : "", target: "_blank", rel: "noopener noreferrer" }, children);
}
