// What the page knows: people, chats, and what is looked at. The view stands in the address: #person/chat/thread.
import { get } from "./api.js";

const PRESENT = new Set(["creator", "administrator", "member", "restricted"]);
const TYPING_MS = 5000;

export const store = {
  bot: {},
  people: [],
  chats: new Map(),
  view: { person: null, chat: null, thread: null },
  unread: new Map(),
  typing: new Map(),
  person: () => store.people.find((person) => person.id === store.view.person),
  chat: () => store.chats.get(store.view.chat),
};

const listeners = [];
export const onChange = (listener) => listeners.push(listener);
export const changed = () => listeners.forEach((listener) => listener());

export async function loadState() {
  const state = await get("state");
  store.bot = state.bot;
  store.people = state.people;
  store.chats = new Map(state.chats.map((chat) => [chat.id, kept(chat)]));
  readAddress();
}

function kept(chat) {
  return {
    ...chat,
    messages: new Map(chat.messages.map((message) => [message.message_id, message])),
    topics: new Map(chat.topics.map((topic) => [topic.message_thread_id, topic])),
    reactions: new Map(chat.reactions.map((one) => [`${one.message_id}/${one.user_id}`, one])),
  };
}

export function readAddress() {
  const [person, chat, thread] = location.hash.slice(1).split("/");
  store.view.person = Number(person) || (store.people[0]?.id ?? null);
  store.view.chat = Number(chat) || null;
  store.view.thread = thread ? Number(thread) : null;
  if (!location.hash && innerWidth > 800) store.view.chat = store.view.person;
  store.unread.delete(unreadKey(store.view.person, store.view.chat, store.view.thread));
  changed();
}

// thread: null is the list of topics, 0 the General topic
export function look(person, chat = null, thread = null) {
  location.hash = [person, chat ?? "", thread ?? ""].join("/");
}

export const unreadKey = (person, chat, thread) => `${person}/${chat}/${thread ?? ""}`;

export const threadOf = (chat, message) => (chat.is_forum ? (message.is_topic_message ? message.message_thread_id : 0) : null);

export function chatsOf(person) {
  const all = [...store.chats.values()];
  const groups = all.filter((chat) => chat.type !== "private" && PRESENT.has(chat.members[person.id]) && !chat.migrated_to);
  return [store.chats.get(person.id), ...groups].filter(Boolean);
}

export const memberCount = (chat) => Object.values(chat.members).filter((status) => PRESENT.has(status)).length;

export function nameOf(user) {
  return user.title ?? [user.first_name, user.last_name].filter(Boolean).join(" ");
}

export function shown(chat, thread) {
  return [...chat.messages.values()].filter((message) => threadOf(chat, message) === thread);
}

const HANDLERS = {
  message(chat, event) {
    chat.messages.set(event.message.message_id, event.message);
    store.typing.delete(chat.id);
    countUnread(chat, event.message);
  },
  edited: (chat, event) => chat.messages.set(event.message.message_id, event.message),
  deleted: (chat, event) => chat.messages.delete(event.message_id),
  keyboard: (chat, event) => (chat.keyboard = event.keyboard),
  topic(chat, event) {
    if (event.topic.deleted) chat.topics.delete(event.topic.message_thread_id);
    else chat.topics.set(event.topic.message_thread_id, event.topic);
  },
  reaction(chat, event) {
    const key = `${event.message_id}/${event.user_id}`;
    if (event.reaction.length) chat.reactions.set(key, event);
    else chat.reactions.delete(key);
  },
  unpinned: (chat, event) => (chat.pinned = chat.pinned.filter((id) => id !== event.message_id)),
  action(chat) {
    store.typing.set(chat.id, Date.now() + TYPING_MS);
    setTimeout(changed, TYPING_MS + 50);
  },
};

export function applyEvent(event) {
  if (event.event === "cast" || event.event === "member") return void loadState();
  const chat = store.chats.get(event.chat_id);
  const handler = HANDLERS[event.event];
  if (!handler || !chat) return;
  handler(chat, event);
  if (event.message?.pinned_message) chat.pinned.push(event.message.pinned_message.message_id);
  changed();
}

function countUnread(chat, message) {
  const thread = threadOf(chat, message);
  for (const person of store.people) {
    if (message.from.id === person.id || !chatsOf(person).includes(chat)) continue;
    const here = store.view.person === person.id && store.view.chat === chat.id && store.view.thread === thread;
    const key = unreadKey(person.id, chat.id, thread);
    if (!here) store.unread.set(key, (store.unread.get(key) ?? 0) + 1);
  }
}

export function unreadIn(person, chat) {
  let count = 0;
  for (const [key, value] of store.unread) if (key.startsWith(`${person}/${chat}/`)) count += value;
  return count;
}

export function unreadOf(person) {
  let count = 0;
  for (const [key, value] of store.unread) if (key.startsWith(`${person}/`)) count += value;
  return count;
}
