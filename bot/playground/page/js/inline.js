// `@bot query` typed in the composer: what the bot offers is shown above it.
import { act } from "./api.js";
import { byId, el } from "./dom.js";
import { store } from "./store.js";

const QUIET_MS = 300;
let timer = null;

export function offerInline(box) {
  clearTimeout(timer);
  const start = `@${store.bot.username} `;
  if (!box.value.startsWith(start)) return byId("inline-results")?.replaceChildren();
  timer = setTimeout(() => ask(box, box.value.slice(start.length)), QUIET_MS);
}

async function ask(box, query) {
  const person = store.view.person;
  const { results } = await act(person, "inline", { query });
  byId("inline-results")?.replaceChildren(
    ...results.map((result) =>
      el(
        "button",
        { class: "chat-row", onclick: () => choose(box, person, result, query) },
        el("span", { class: "row-words" }, el("b", {}, result.title ?? result.type), el("span", { class: "preview" }, result.description ?? "")),
      ),
    ),
  );
}

async function choose(box, person, result, query) {
  box.value = "";
  byId("inline-results")?.replaceChildren();
  const { chat, thread } = store.view;
  await act(person, "choose", { result, query, chat_id: chat, thread: thread || null });
}
