// Where a person writes: text, files, the reply keyboard, the list of commands.
import { act, upload } from "./api.js";
import { byId, el, popup } from "./dom.js";
import { icon } from "./icons.js";
import { offerInline } from "./inline.js";
import { changed } from "./store.js";
import { words } from "./words.js";

const drafts = new Map();
let reply = null; // {message, name}
let editing = null;
let files = [];
let asFiles = false;
let anonymous = false;
let place = "";
let drawn = "";

export function replyTo(message, name) {
  reply = { message, name };
  editing = null;
  changed();
  input()?.focus();
}

export function startEdit(message) {
  editing = message;
  reply = null;
  changed();
  draft(message.text ?? message.caption ?? "");
}

export function draft(text) {
  const box = input();
  if (!box) return;
  box.value = text;
  box.dispatchEvent(new Event("input"));
  box.focus();
}

const input = () => byId("composer").querySelector("textarea");

export function renderComposer(person, chat, thread) {
  const here = [person.id, chat.id, thread].join("/");
  if (place !== here) leave(here);
  const look = JSON.stringify([here, person.blocked, person.started, chat.messages.size > 0, chat.keyboard, reply, editing, files.length, person.commands, chat.topics.get(thread)]);
  if (look === drawn) return; // what is being typed must not be disturbed
  drawn = look;
  const isPrivate = chat.type === "private";
  if (isPrivate && person.blocked) return big(words.unblock, () => act(person.id, "block", { blocked: false }));
  if (isPrivate && !person.started && !chat.messages.size) return big(words.start, () => act(person.id, "start"));
  const closed = thread && chat.topics.get(thread)?.closed && !["creator", "administrator"].includes(chat.members[person.id]);
  if (closed) return byId("composer").replaceChildren(el("div", { class: "service" }, words.closed));
  const before = input();
  const focused = before && document.activeElement === before;
  const box = before ?? writing(here);
  byId("composer").replaceChildren(
    ...[bar(), chosenFiles(), el("div", { id: "inline-results" }), line(person, chat, thread, box), keyboard(person, chat)].filter(Boolean),
  );
  if (focused) box.focus();
}

function leave(here) {
  const box = input();
  if (box) drafts.set(place, box.value);
  box?.remove();
  place = here;
  drawn = "";
  reply = editing = null;
  files = [];
  anonymous = false;
}

export function closeComposer() {
  if (place) leave("");
  byId("composer").replaceChildren();
}

function big(text, action) {
  byId("composer").replaceChildren(el("button", { class: "big", onclick: action }, text));
}

function writing(here) {
  const box = el("textarea", { rows: 1, placeholder: words.write, "aria-label": words.write });
  box.value = drafts.get(here) ?? "";
  box.addEventListener("input", () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
    offerInline(box);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId("send").click();
    }
    if (event.key === "Escape") forget();
  });
  box.addEventListener("paste", (event) => take([...event.clipboardData.files]));
  return box;
}

function forget() {
  reply = editing = null;
  changed();
}

function bar() {
  const what = reply ? [reply.name, reply.message] : editing ? [words.edit, editing] : null;
  if (!what) return null;
  const [title, message] = what;
  return el(
    "div",
    { class: "bar" },
    el("div", { class: "bar-words" }, el("b", {}, title), el("span", {}, message.text ?? message.caption ?? "…")),
    el("button", { class: "plain", "aria-label": "×", onclick: forget }, icon("close")),
  );
}

function chosenFiles() {
  if (!files.length) return null;
  const toggle = el("input", { type: "checkbox", onchange: (event) => (asFiles = event.target.checked) });
  toggle.checked = asFiles;
  return el(
    "div",
    { class: "chosen-files" },
    files.map((file) => (file.type.startsWith("image/") ? el("img", { src: URL.createObjectURL(file), alt: file.name }) : el("span", { class: "file-chip" }, file.name))),
    el("label", {}, toggle, ` ${words.asFiles}`),
    el("button", { class: "plain", "aria-label": "×", onclick: () => ((files = []), changed()) }, icon("close")),
  );
}

function take(more) {
  if (!more.length) return;
  files = [...files, ...more];
  changed();
}

function line(person, chat, thread, box) {
  const picker = el("input", { type: "file", multiple: true, hidden: true, onchange: (event) => take([...event.target.files]) });
  const admin = ["creator", "administrator"].includes(chat.members[person.id]);
  return el(
    "div",
    { class: "line" },
    el("button", { class: "plain", title: words.attach, "aria-label": words.attach, onclick: () => picker.click() }, icon("attach")),
    picker,
    person.commands.length && chat.type === "private" ? el("button", { class: "plain slash", title: words.commands, onclick: (event) => commands(event.currentTarget, person) }, "/") : null,
    box,
    admin ? anonymousSwitch() : null,
    el("button", { id: "send", class: "send", title: words.send, "aria-label": words.send, onclick: () => send(person, chat, thread, box) }, icon("send")),
  );
}

function anonymousSwitch() {
  const toggle = el("input", { type: "checkbox", onchange: (event) => (anonymous = event.target.checked) });
  toggle.checked = anonymous;
  return el("label", { class: "anonymous" }, toggle, ` ${words.anonymous}`);
}

function commands(anchor, person) {
  popup(
    anchor,
    person.commands.map((one) => [`/${one.command} — ${one.description}`, () => act(person.id, "write", { text: `/${one.command}` })]),
  );
}

async function send(person, chat, thread, box) {
  const text = box.value.trim();
  const where = { chat_id: chat.id, thread: thread || null, reply_to: reply?.message.message_id ?? null };
  const [sent, changedMessage, hidden] = [files, editing, anonymous];
  if (!text && !sent.length) return;
  box.value = "";
  box.style.height = "auto";
  drafts.delete(place);
  files = [];
  forget();
  if (changedMessage) await act(person.id, "edit", { chat_id: chat.id, message_id: changedMessage.message_id, text });
  else if (sent.length) await upload(person.id, sent, { ...where, caption: text || null, kind: asFiles ? "document" : null });
  else await act(person.id, "write", { ...where, text, anonymous: hidden });
}

function keyboard(person, chat) {
  const rows = chat.type === "private" ? chat.keyboard?.keyboard : null;
  if (!rows) return null;
  const tap = (button) => {
    if (button.request_contact && !confirm(words.asks(person.first_name))) return;
    act(person.id, "tap", { text: button.text });
  };
  return el(
    "div",
    { class: "reply-keyboard" },
    rows.map((row) => el("div", { class: "keys" }, row.map((button) => el("button", { class: "key", onclick: () => tap(button) }, button.text)))),
  );
}

const chat = byId("chat");
chat.addEventListener("dragover", (event) => (event.preventDefault(), chat.classList.add("dropping")));
chat.addEventListener("dragleave", () => chat.classList.remove("dropping"));
chat.addEventListener("drop", (event) => {
  event.preventDefault();
  chat.classList.remove("dropping");
  take([...event.dataTransfer.files]);
});
