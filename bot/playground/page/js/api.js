// Talking to /play: what a person does goes there, what happens comes from there.
import { toast } from "./dom.js";

async function ask(path, options) {
  const response = await fetch(`/play/${path}`, options);
  const answer = await response.json();
  if (!response.ok) {
    toast(answer.error ?? response.statusText);
    throw new Error(answer.error);
  }
  return answer;
}

export const get = (path) => ask(path);

export const post = (path, body = {}) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const act = (person, action, body) => post(`people/${person}/${action}`, body);

export function upload(person, files, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined) form.append(name, value);
  for (const file of files) form.append("file", file, file.name);
  return ask(`people/${person}/files`, { method: "POST", body: form });
}

export const fileUrl = (id) => `/play/files/${encodeURIComponent(id)}`;

// `onOpen` runs at every (re)connection, so that nothing is missed in between.
export function listen(onEvent, onOpen) {
  const source = new EventSource("/play/events");
  source.onopen = onOpen;
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
}
