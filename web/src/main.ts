// Entered by every page that the hub sends: takes over from the text that came with it.
import { createApp } from "vue";
import App from "./App.vue";
import { texts } from "./language";
import { router } from "./router";
import { settled } from "./settling";
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/record.css";
import "./style/print.css";

async function start(): Promise<void> {
  const app = createApp(App).use(router);
  await Promise.all([texts(), router.isReady()]);
  const first = document.getElementById("first");
  const own = document.getElementById("app")!;
  own.hidden = first !== null;
  app.mount(own);
  await settled();
  own.hidden = false;
  first?.remove();
}

void start();
