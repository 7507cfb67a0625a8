// Whether what a page reads is there: until then the server's text stays, and an earlier place is not scrolled to.
import { nextTick, ref } from "vue";

const held = ref(0);
const waiting: (() => void)[] = [];

/** Something is being read for the first time. Call what it returns once it is there, or has failed. */
export function hold(): () => void {
  held.value++;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    held.value--;
    if (held.value === 0) void nextTick(() => waiting.splice(0).forEach((go) => go()));
  };
}

/** Resolves once all that the page reads is shown. */
export async function settled(): Promise<void> {
  await nextTick();
  if (held.value) await new Promise<void>((go) => waiting.push(go));
}
