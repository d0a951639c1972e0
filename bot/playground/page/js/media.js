// Files and other things in a message, as elements.
import { fileUrl } from "./api.js";
import { el, hue } from "./dom.js";
import { icon } from "./icons.js";
import { words } from "./words.js";

export function mediaOf(message) {
  if (message.photo) return picture(message.photo.at(-1).file_id, message.has_media_spoiler);
  if (message.sticker) return el("img", { class: "sticker", src: fileUrl(message.sticker.file_id), alt: message.sticker.emoji ?? "" });
  if (message.animation) return moving(message.animation, { muted: true, loop: true, autoplay: true });
  if (message.video) return moving(message.video, { controls: true });
  if (message.video_note) return moving(message.video_note, { controls: true, class: "round" });
  if (message.voice) return sound(message.voice);
  if (message.audio) return sound(message.audio);
  if (message.document) return document_(message.document);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, words.location, "");
  if (message.contact) return contact(message.contact);
  if (message.poll) return poll(message.poll);
  if (message.dice) return el("div", { class: "dice" }, message.dice.emoji, el("small", {}, ` ${message.dice.value}`));
  if (message.invoice) return invoice(message.invoice);
  return null;
}

function picture(id, hidden) {
  const image = el("img", { src: fileUrl(id), alt: "", loading: "lazy" });
  const open = () => (hidden && !box.classList.contains("open") ? box.classList.add("open") : enlarge(id));
  const box = el("button", { class: hidden ? "photo spoiler" : "photo", onclick: open }, image);
  return box;
}

function enlarge(id) {
  const veil = el("div", { class: "veil dark", onclick: () => veil.remove() }, el("img", { class: "large", src: fileUrl(id), alt: "" }));
  document.body.append(veil);
}

function moving(file, attributes) {
  return el("video", { ...attributes, class: `video ${attributes.class ?? ""}`, src: fileUrl(file.file_id), preload: "metadata", playsinline: true });
}

function sound(file) {
  return el(
    "div",
    { class: "sound" },
    file.title ? el("div", {}, [file.performer, file.title].filter(Boolean).join(" — ")) : null,
    el("audio", { controls: true, src: fileUrl(file.file_id), preload: "none" }),
  );
}

function document_(file) {
  return el(
    "a",
    { class: "file", href: fileUrl(file.file_id), download: file.file_name ?? words.deletedFile },
    el("span", { class: "file-icon" }, (file.file_name ?? "").split(".").at(-1).slice(0, 4) || "…"),
    el("span", { class: "file-words" }, el("b", {}, file.file_name ?? words.deletedFile), el("small", {}, size(file.file_size))),
  );
}

function size(bytes = 0) {
  const units = ["B", "KB", "MB", "GB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** power).toFixed(power ? 1 : 0)} ${units[power]}`;
}

function place(location, title, address) {
  const where = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return el("div", { class: "card" }, el("span", { class: "file-icon" }, icon("pin")), el("div", {}, el("b", {}, title), el("small", {}, address || where)));
}

function contact(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return el(
    "div",
    { class: "card" },
    el("span", { class: "avatar", style: `--hue:${hue(person.user_id ?? 0)}` }, name[0] ?? "?"),
    el("div", {}, el("b", {}, name), el("small", {}, person.phone_number)),
  );
}

function poll(one) {
  return el(
    "div",
    { class: "poll" },
    el("b", {}, one.question),
    one.options.map((option) => el("div", { class: "poll-option" }, `${one.is_closed ? "◉" : "○"} ${option.text}`)),
  );
}

function invoice(one) {
  const sum = `${(one.total_amount / 100).toFixed(2)} ${one.currency}`;
  return el("div", { class: "poll" }, el("b", {}, one.title), el("div", {}, one.description), el("small", {}, `${words.invoice}: ${sum}`));
}
