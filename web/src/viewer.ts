// Who reads. The page says whether a session came with it: whoever has none is asked nothing.
import { computed, ref, shallowRef } from "vue";
import { actFor } from "./acting";
import { ask, Unanswered } from "./api/ask";
import { stay } from "./api/entering";
import { SignOut, Told, Waits, You, type YouQuery } from "./api/viewer.asked";
import { belong, dropAll } from "./kept";
import { settled } from "./settling";

const told = shallowRef<YouQuery["viewer"]>();

/** The viewer, if somebody is signed in. */
export const viewer = computed(() => (told.value?.person ? told.value : undefined));

/** Why it is not known who reads, where the hub did not answer. */
export const unknown = shallowRef<Unanswered>();

/** Ask who reads; nobody, where the hub does not say. */
export async function recognize(): Promise<void> {
  unknown.value = undefined;
  try {
    told.value = (await ask(You, {})).viewer;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    told.value = undefined;
    unknown.value = error;
  }
  belong(told.value?.person?.id ?? "");
  stay(!!told.value?.person);
}

export const known = document.documentElement.dataset.session === undefined ? Promise.resolve() : recognize();

/** How many things wait for their organization, and how many they are told and have not seen; when last counted. */
export const waitingCount = ref(0);
export const newCount = ref(0);

/** Count both. It takes a walk through much that they read, so nothing waits for it. */
export async function countNews(): Promise<void> {
  if (!viewer.value) return;
  try {
    waitingCount.value = (await ask(Waits, {})).viewer.waitingCount;
    newCount.value = (await ask(Told, {})).notifications.newCount ?? 0;
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
  }
}

void known.then(() => settled()).then(() => countNews());

/** End the session, and whatever was read with it or typed and not sent. */
export async function signOut(home: string): Promise<void> {
  stay(false);
  actFor(null);
  await ask(SignOut, {});
  dropAll();
  location.assign(home);
}
