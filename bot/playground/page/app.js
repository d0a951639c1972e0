// The page's beginning: reads the state, listens to what happens, and shows the view that the address names.
import { listen } from "./js/api.js";
import { renderChat } from "./js/chat.js";
import { renderSide } from "./js/side.js";
import { applyEvent, loadState, onChange, readAddress, store } from "./js/store.js";

function render() {
  document.body.classList.toggle("in-chat", Boolean(store.view.chat && (store.view.thread !== null || !store.chat()?.is_forum)));
  renderSide();
  renderChat();
}

let planned = false;
onChange(() => {
  // several changes in one moment are shown at once
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    render();
  });
});

window.addEventListener("hashchange", readAddress);
listen(applyEvent, loadState);
