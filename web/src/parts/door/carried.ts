// What a mailed link carries behind its `#`. It is taken out of the address at once, so that it stays in no history,
// no bookmark and no picture of the screen, and is kept for this tab alone: for a reload, or the other language.
import { ref, type Ref } from "vue";

/** The secret of the link that led to this page, and how to forget it once it is spent. */
export function carried(page: string): { token: Ref<string>; forget: () => void } {
  const place = `link:${page}`;
  const token = ref(location.hash.slice(1));
  if (token.value) {
    // The router keeps its own state beside the address.
    history.replaceState(history.state, "", location.pathname + location.search);
    attempt(() => sessionStorage.setItem(place, token.value));
  } else {
    token.value = attempt(() => sessionStorage.getItem(place)) ?? "";
  }
  return { token, forget: () => void attempt(() => sessionStorage.removeItem(place)) };
}

/** What comes of it; nothing, where a browser keeps nothing. */
function attempt<Value>(of: () => Value): Value | undefined {
  try {
    return of();
  } catch {
    return undefined;
  }
}
