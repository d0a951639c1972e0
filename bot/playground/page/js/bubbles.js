// A message (or an album) as a bubble.
import { act, post } from "./api.js";
import { alertBox, el, hue, popup, toast } from "./dom.js";
import { mediaOf } from "./media.js";
import { rich } from "./rich.js";
import { nameOf, store } from "./store.js";
import { clock, words } from "./words.js";

const REACTIONS = ["👍", "❤", "🔥", "🎉", "😢", "👎"];

export const serviceText = (message) => {
  const kind = Object.keys(words.service).find((name) => name in message);
  return kind ? words.service[kind](message) : null;
};

// `hooks`: reply(message), edit(message), command(text), jump(id)
export function bubble(messages, chat, me, hooks) {
  const first = messages[0];
  const told = serviceText(first);
  if (told) return el("div", { class: "service" }, told);
  const out = first.from.id === me.id && !first.sender_chat;
  const worded = messages.find((message) => message.text ?? message.caption) ?? first;
  const media = messages.map(mediaOf).filter(Boolean);
  const bare = first.sticker || first.video_note;
  const box = el(
    "div",
    { class: `bubble${bare ? " bare" : ""}${media.length && !first.document ? " with-media" : ""}` },
    chat.type === "private" || out ? null : sender(first),
    forwarded(first),
    replied(first, hooks),
    media.length > 1 ? el("div", { class: `album n${Math.min(media.length, 4)}` }, media) : media,
    text(worded, hooks),
    foot(messages, worded, chat, me, hooks),
  );
  return el("div", { class: `row ${out ? "out" : "in"}`, "data-id": first.message_id }, el("div", { class: "stack" }, box, keyboard(worded, chat, me, hooks)));
}

function sender(message) {
  const who = message.sender_chat ?? message.from;
  return el("div", { class: "sender", style: `--hue:${hue(who.id)}` }, nameOf(who), who.is_bot ? el("small", {}, ` ${words.bot}`) : null);
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  return el("div", { class: "forwarded" }, `${words.forwarded} ${nameOf(origin.sender_user ?? origin.chat ?? { first_name: origin.sender_user_name ?? "?" })}`);
}

function replied(message, hooks) {
  const original = message.reply_to_message;
  if (!original || original.message_id === message.message_thread_id && message.is_topic_message) return null;
  const said = message.quote?.text ?? original.text ?? original.caption ?? "…";
  return el(
    "button",
    { class: "reply", style: `--hue:${hue(original.from.id)}`, onclick: () => hooks.jump(original.message_id) },
    el("b", {}, nameOf(original.sender_chat ?? original.from)),
    el("span", {}, said),
  );
}

function text(message, hooks) {
  const words_ = message.text ?? message.caption;
  if (!words_) return null;
  return el("div", { class: "text" }, rich(words_, message.entities ?? message.caption_entities, hooks.command));
}

function foot(messages, message, chat, me, hooks) {
  const marks = messages.flatMap((one) => [...chat.reactions.values()].filter((reaction) => reaction.message_id === one.message_id));
  return el(
    "div",
    { class: "foot" },
    marks.flatMap((mark) => mark.reaction.map((reaction) => el("span", { class: "reaction" }, reaction.emoji ?? "★"))),
    message.edit_date ? el("span", {}, words.edited) : null,
    el("time", {}, clock(messages.at(-1).date)),
    el("button", { class: "more", "aria-label": "⋯", onclick: (event) => menu(event.currentTarget, message, chat, me, hooks) }, "⋯"),
  );
}

function menu(anchor, message, chat, me, hooks) {
  const where = { chat_id: chat.id, message_id: message.message_id };
  const mine = message.from.id === me.id;
  const react = (emoji) => act(me.id, "react", { ...where, emoji });
  const had = chat.reactions.get(`${message.message_id}/${me.id}`)?.reaction[0]?.emoji;
  popup(
    anchor,
    [
      [words.reply, () => hooks.reply(message)],
      mine && (message.text ?? message.caption) && [words.edit, () => hooks.edit(message)],
      mine && [words.remove, () => act(me.id, "delete", where)],
    ],
    REACTIONS.map((emoji) => [emoji, () => react(emoji === had ? null : emoji)]),
  );
}

function keyboard(message, chat, me, hooks) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el(
    "div",
    { class: "keyboard" },
    rows.map((row) => el("div", { class: "keys" }, row.map((button) => key(button, message, chat, me, hooks)))),
  );
}

function key(button, message, chat, me, hooks) {
  const where = { chat_id: chat.id, message_id: message.message_id };
  const class_ = `key ${button.style ?? ""}`;
  if (button.url) return el("a", { class: `${class_} link`, href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text);
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (button.copy_text) return navigator.clipboard.writeText(button.copy_text.text);
    if (button.switch_inline_query_current_chat !== undefined) {
      return hooks.draft(`@${store.bot.username} ${button.switch_inline_query_current_chat}`);
    }
    pressed.classList.add("waiting");
    try {
      if (button.pay) return await act(me.id, "pay", where);
      const answer = await act(me.id, "press", { ...where, data: button.callback_data });
      if (answer.url) window.open(answer.url, "_blank", "noopener");
      else if (answer.text) (answer.show_alert ? alertBox : toast)(answer.text);
    } finally {
      pressed.classList.remove("waiting");
    }
  };
  return el("button", { class: class_, onclick: press }, button.text);
}

export const pokeTopic = (chat, thread, change) => post(`groups/${chat.id}/topics`, { thread, ...change });
