// Who reads. The page says whether a session came with it: whoever has none is asked nothing.
import { computed, shallowRef } from "vue";
import { ask, Unanswered } from "./api/ask";
import { SignOut, You, type YouQuery } from "./api/viewer.asked";
import { belong, dropAll } from "./kept";

const told = shallowRef<YouQuery["viewer"]>();

/** The viewer, if somebody is signed in. */
export const viewer = computed(() => (told.value?.person ? told.value : undefined));

/** Ask who reads; nobody, where the hub does not say. */
export async function recognize(): Promise<void> {
  try {
    told.value = (await ask(You, {})).viewer;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    told.value = undefined;
  }
  belong(told.value?.person?.id ?? "");
}

export const known = document.documentElement.dataset.session === undefined ? Promise.resolve() : recognize();

/** End the session, and whatever was read with it or typed and not sent. */
export async function signOut(home: string): Promise<void> {
  await ask(SignOut, {});
  dropAll();
  location.assign(home);
}
