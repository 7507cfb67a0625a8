// What a page reads: asked for again whenever what it is asked with changes, the last answer staying meanwhile.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from "vue";
import { hold } from "@/settling";
import { ask, Unanswered } from "./ask";
import type { Asked } from "./asked";

export interface Reading<Told> {
  told: ShallowRef<Told | undefined>;
  fault: ShallowRef<Unanswered | undefined>;
  busy: ShallowRef<boolean>;
  again: () => Promise<void>;
}

/** The reading of an operation. `given` is watched; where it is undefined, nothing is asked. */
export function reading<Told, Given>(operation: Asked<Told, Given>, given: () => Given | undefined): Reading<Told> {
  const told = shallowRef<Told>();
  const fault = shallowRef<Unanswered>();
  const busy = shallowRef(true);
  let latest: AbortController | undefined;
  const release = hold();

  async function again(): Promise<void> {
    latest?.abort();
    const values = given();
    if (values === undefined) {
      busy.value = false;
      release();
      return;
    }
    const own = (latest = new AbortController());
    busy.value = true;
    try {
      told.value = await ask(operation, values, own.signal);
      fault.value = undefined;
    } catch (error) {
      if (own.signal.aborted) return;
      if (!(error instanceof Unanswered)) throw error;
      fault.value = error;
    }
    busy.value = false;
    release();
  }

  watch(
    () => JSON.stringify(given()),
    () => void again(),
    { immediate: true },
  );
  onScopeDispose(() => {
    latest?.abort();
    release();
  });
  return { told, fault, busy, again };
}
