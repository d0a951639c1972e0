// The chat that is looked at: head, messages, and the composer below.
import { act } from "./api.js";
import { bubble, pokeTopic } from "./bubbles.js";
import { closeComposer, draft, renderComposer, replyTo, startEdit } from "./composer.js";
import { avatar, byId, el, popup, topicIcon } from "./dom.js";
import { icon } from "./icons.js";
import { look, memberCount, nameOf, shown, store } from "./store.js";
import { day, words } from "./words.js";

const drawn = new Map(); // key → {json, node}: what hasn't changed stays as it is
let place = "";

export function renderChat() {
  const { person, chat } = { person: store.person(), chat: store.chat() };
  const { thread } = store.view;
  const open = person && chat && (!chat.is_forum || thread !== null);
  byId("chat").classList.toggle("empty", !open);
  if (!open) {
    byId("chat-head").replaceChildren();
    closeComposer();
    byId("pinned").hidden = true;
    byId("messages").replaceChildren(el("div", { class: "service" }, words.choose));
    place = "";
    return;
  }
  renderHead(person, chat, thread);
  renderPinned(chat, thread);
  renderMessages(person, chat, thread);
  renderComposer(person, chat, thread);
}

function renderHead(person, chat, thread) {
  const isPrivate = chat.type === "private";
  const topic = thread ? chat.topics.get(thread) : null;
  const title = isPrivate ? store.bot.first_name : topic?.name ?? chat.title;
  const typing = (store.typing.get(chat.id) ?? 0) > Date.now();
  const below = typing ? words.typing : isPrivate ? words.bot : topic?.closed ? words.closed : words.members(memberCount(chat));
  byId("chat-head").replaceChildren(
    el("button", { class: "plain back", "aria-label": "←", onclick: () => look(person.id, chat.is_forum ? chat.id : null) }, icon("back")),
    topic ? topicIcon(topic) : avatar(isPrivate ? store.bot.id : chat.id, title),
    el("div", { class: "head-words" }, el("b", {}, title), el("small", { class: typing ? "typing" : "" }, below)),
    el("button", { class: "plain", "aria-label": "⋮", onclick: (event) => popup(event.currentTarget, headMenu(person, chat, thread)) }, icon("more")),
  );
}

function headMenu(person, chat, thread) {
  if (chat.type === "private") {
    return [
      [words.shareContact, () => act(person.id, "contact")],
      [words.shareLocation, () => act(person.id, "location")],
      person.blocked ? [words.unblock, () => act(person.id, "block", { blocked: false })] : [words.block, () => act(person.id, "block")],
    ];
  }
  const topic = thread && chat.topics.get(thread);
  return [
    [words.shareLocation, () => act(person.id, "location", { chat_id: chat.id, thread: thread || null })],
    topic && (topic.closed ? [words.reopenTopic, () => pokeTopic(chat, thread, { closed: false })] : [words.closeTopic, () => pokeTopic(chat, thread, { closed: true })]),
    topic && [words.deleteTopic, () => pokeTopic(chat, thread, { deleted: true })],
  ];
}

function renderPinned(chat, thread) {
  const ids = new Set(chat.pinned);
  const last = shown(chat, thread).filter((message) => ids.has(message.message_id)).at(-1);
  byId("pinned").hidden = !last;
  byId("pinned").onclick = last ? () => jump(last.message_id) : null;
  byId("pinned").replaceChildren(...(last ? [el("b", {}, words.pinned), el("span", {}, last.text ?? last.caption ?? "…")] : []));
}

function renderMessages(person, chat, thread) {
  const box = byId("messages");
  const here = [person.id, chat.id, thread].join("/");
  const atEnd = place !== here || box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  if (place !== here) drawn.clear();
  place = here;
  const wanted = pieces(person, chat, thread);
  const nodes = wanted.map(({ key, json, make }) => {
    const known = drawn.get(key);
    if (known?.json === json) return known.node;
    const node = make();
    drawn.set(key, { json, node });
    return node;
  });
  const keys = new Set(wanted.map(({ key }) => key));
  for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
  sync(box, nodes.length ? nodes : [el("div", { class: "service" }, words.nothing)]);
  if (atEnd) stickToEnd(box);
}

// Moves only what moved: pictures and players that stay aren't touched.
function sync(box, nodes) {
  const keep = new Set(nodes);
  for (const child of [...box.children]) if (!keep.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (box.children[index] !== node) box.insertBefore(node, box.children[index] ?? null);
  });
}

function stickToEnd(box) {
  box.scrollTop = box.scrollHeight;
  for (const image of box.querySelectorAll("img")) {
    if (!image.complete) image.addEventListener("load", () => (box.scrollTop = box.scrollHeight), { once: true });
  }
}

function pieces(person, chat, thread) {
  const result = [];
  let lastDay = "";
  for (const messages of albums(shown(chat, thread))) {
    const today = day(messages[0].date);
    if (today !== lastDay) {
      const first = messages[0].message_id;
      result.push({ key: `day ${first}`, json: today, make: () => el("div", { class: "service day" }, today) });
    }
    lastDay = today;
    const marks = messages.flatMap((message) => [...chat.reactions.values()].filter((one) => one.message_id === message.message_id));
    result.push({
      key: `message ${messages[0].message_id}`,
      json: JSON.stringify([messages, marks]),
      make: () => bubble(messages, chat, person, hooks(person, chat, thread)),
    });
  }
  return result;
}

function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && message.media_group_id && last[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function hooks(person, chat, thread) {
  return {
    reply: (message) => replyTo(message, nameOf(message.sender_chat ?? message.from)),
    edit: startEdit,
    draft,
    jump,
    command: (text) => act(person.id, "write", { text, chat_id: chat.id, thread: thread || null }),
  };
}

function jump(id) {
  const node = document.querySelector(`.row[data-id="${id}"]`);
  node?.scrollIntoView({ behavior: "smooth", block: "center" });
  node?.animate([{ filter: "brightness(1.25)" }, { filter: "none" }], 900);
}
