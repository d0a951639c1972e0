// The left side: who to be, and whom to talk to.
import { post } from "./api.js";
import { serviceText } from "./bubbles.js";
import { avatar, byId, el, topicIcon } from "./dom.js";
import { icon } from "./icons.js";
import { chatsOf, look, nameOf, shown, store, unreadIn, unreadKey, unreadOf } from "./store.js";
import { clock, words } from "./words.js";

export function renderSide() {
  const { person, chat } = { person: store.person(), chat: store.chat() };
  byId("people").replaceChildren(...store.people.map(face));
  const forum = chat?.is_forum && person ? chat : null;
  byId("side-head").hidden = !forum;
  byId("side-head").replaceChildren(...(forum ? forumHead(person, forum) : []));
  if (person) byId("list").replaceChildren(...(forum ? topicRows(person, forum) : chatsOf(person).map((one) => chatRow(person, one))));
}

function face(person) {
  const unread = unreadOf(person.id);
  return el(
    "button",
    { class: `face${person.id === store.view.person ? " chosen" : ""}`, onclick: () => look(person.id, innerWidth > 800 ? homeOf(person) : null) },
    avatar(person.id, nameOf(person)),
    unread ? el("span", { class: "badge" }, unread) : null,
    el("span", { class: "face-name" }, person.first_name),
    person.role ? el("small", {}, words[person.role] ?? person.role) : null,
  );
}

// an agent's home is the group, everyone else's the chat with the bot
function homeOf(person) {
  const groups = chatsOf(person).filter((chat) => chat.type !== "private");
  return person.role === "agent" && groups.length ? groups[0].id : person.id;
}

function chatRow(person, chat) {
  const title = chat.type === "private" ? store.bot.first_name : chat.title;
  const id = chat.type === "private" ? store.bot.id : chat.id;
  const last = [...chat.messages.values()].at(-1);
  return row({
    chosen: chat.id === store.view.chat,
    open: () => look(person.id, chat.id),
    icon: avatar(id, title),
    title,
    last,
    unread: unreadIn(person.id, chat.id),
  });
}

function forumHead(person, chat) {
  return [
    el("button", { class: "plain back", "aria-label": "←", onclick: () => look(person.id) }, icon("back")),
    el("div", { class: "head-words" }, el("b", {}, chat.title), el("small", {}, words.topics)),
    el("button", { class: "plain", title: words.newTopic, onclick: () => newTopic(chat) }, icon("plus")),
  ];
}

function newTopic(chat) {
  const name = prompt(words.newTopic);
  if (name) post(`groups/${chat.id}/topics`, { name });
}

function topicRows(person, chat) {
  const lastOf = (thread) => shown(chat, thread).at(-1);
  const topics = [...chat.topics.values()].map((topic) => ({ id: topic.message_thread_id, topic, last: lastOf(topic.message_thread_id) }));
  topics.sort((a, b) => (b.last?.message_id ?? b.id) - (a.last?.message_id ?? a.id));
  const general = { id: 0, topic: { name: words.general }, last: lastOf(0) };
  return [...topics, general].map(({ id, topic, last }) =>
    row({
      chosen: store.view.thread === id,
      open: () => look(person.id, chat.id, id),
      icon: topicIcon(topic),
      title: topic.name,
      mark: topic.closed ? icon("lock") : null,
      last,
      unread: store.unread.get(unreadKey(person.id, chat.id, id)) ?? 0,
    }),
  );
}

function row({ chosen, open, icon: sign, title, mark, last, unread }) {
  return el(
    "button",
    { class: `chat-row${chosen ? " chosen" : ""}`, onclick: open },
    sign,
    el(
      "span",
      { class: "row-words" },
      el("span", { class: "row-top" }, el("b", {}, title, mark), last ? el("time", {}, clock(last.date)) : null),
      el("span", { class: "row-bottom" }, el("span", { class: "preview" }, last ? preview(last) : ""), unread ? el("span", { class: "badge" }, unread) : null),
    ),
  );
}

function preview(message) {
  const kinds = { photo: "🖼", video: "🎬", document: "📎", voice: "🎤", sticker: "🙂", location: "📍", contact: "👤", poll: "📊", audio: "🎵", video_note: "⭕" };
  const kind = Object.keys(kinds).find((name) => name in message);
  const said = serviceText(message) ?? message.text ?? message.caption ?? "";
  return `${kind ? `${kinds[kind]} ` : ""}${said}`;
}
