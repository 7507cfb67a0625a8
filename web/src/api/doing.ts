// What is done: a mutation on its way, and what became of it. What was sent may be sent again after a broken line:
// each try has one key, by which the hub knows what it has done already.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from "vue";
import { drop, keep, kept } from "@/kept";
import { ask, Unanswered } from "./ask";
import type { Asked } from "./asked";

/** Why the hub has not done it: a message in the reader's language, and where in what was sent. */
export interface Fault {
  code: string;
  message: string;
  path: readonly string[];
  ids?: readonly string[];
  words?: readonly string[];
}

/** How something that is done stands, whatever it is. */
export interface Standing {
  busy: Ref<boolean>;
  /** Why the hub refused: nothing was changed. */
  faults: ShallowRef<readonly Fault[]>;
  /** Why there was no answer: it may be done or not, and may be sent again. */
  lost: ShallowRef<Unanswered | undefined>;
  /** Somebody has changed the record meanwhile: read it again, then send again. */
  changed: ComputedRef<boolean>;
  /** Whoever sends is signed in no more. */
  signedOut: ComputedRef<boolean>;
  /** Words that hint at the author of what is to be nameless, as far as a try was refused for them. */
  hints: ShallowRef<readonly string[]>;
  /** Those of them that may stand: the next try says so. */
  acknowledged: Ref<string[]>;
  /** Forget what became of the last try; of one field alone, by its name. */
  clear: (name?: string) => void;
}

type Payload<Told> = Omit<Told[keyof Told], "errors">;
type Sent<Given> = Omit<Given, "key">;

export interface Doing<Told, Given> extends Standing {
  /** Send it. What the hub tells of it once done; undefined where it is not. */
  act: (given: Sent<Given>) => Promise<Payload<Told> | undefined>;
}

const SIGNED_OUT = ["SIGN_IN_REQUIRED", "PERSON_REQUIRED", "SESSION_ENDED"];

/** The place of a fault below `input`, as fields are named: `results.0.unit`. */
export function placeOf(fault: Fault): string {
  return fault.path.slice(fault.path[0] === "input" ? 1 : 0).join(".");
}

/**
 * The doing of a mutation that asks for `errors { ...Refused }`. Where it takes `$key` (its `idempotencyKey`), a try that
 * was not answered is known again, after a reload too: `name` says which of several it is.
 */
export function doing<Told, Given>(operation: Asked<Told, Given>, name = ""): Doing<Told, Given> {
  const busy = ref(false);
  const faults = shallowRef<readonly Fault[]>([]);
  const lost = shallowRef<Unanswered>();
  const hints = shallowRef<readonly string[]>([]);
  const acknowledged = ref<string[]>([]);
  const drawer = `try:${/\w+ (\w+)/.exec(operation.text)?.[1] ?? ""}:${name}`;
  const once = operation.text.includes("$key:");

  /** The key of a try: the same as long as the same is sent, and nobody has answered. */
  function keyOf(given: unknown): string {
    const sent = JSON.stringify(given);
    const tried = kept<{ key: string; sent: string }>(drawer)?.value;
    if (tried?.sent === sent) return tried.key;
    const key = fresh();
    keep(drawer, { key, sent });
    return key;
  }

  /** What is sent, with the words that may stand. */
  function acknowledging(given: Sent<Given>): Sent<Given> {
    if (!acknowledged.value.length) return given;
    const { input } = given as unknown as { input: { acknowledge?: string[] } };
    return { ...given, input: { ...input, acknowledge: [...(input.acknowledge ?? []), ...acknowledged.value] } };
  }

  async function act(said: Sent<Given>): Promise<Payload<Told> | undefined> {
    if (busy.value) return undefined;
    const given = acknowledging(said);
    busy.value = true;
    lost.value = undefined;
    faults.value = [];
    try {
      const told = await ask(operation, { ...given, ...(once ? { key: keyOf(given) } : {}) } as Given);
      const payload = Object.values(told as object)[0] as Payload<Told> & { errors?: readonly Fault[] };
      if (once) drop(drawer);
      if (!payload.errors?.length) {
        hints.value = acknowledged.value = [];
        return payload;
      }
      faults.value = payload.errors;
      hints.value = [...new Set([...hints.value, ...payload.errors.flatMap((fault) => fault.words ?? [])])];
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      lost.value = error;
    } finally {
      busy.value = false;
    }
    return undefined;
  }

  function clear(name?: string): void {
    if (name === undefined) lost.value = undefined;
    faults.value = name === undefined ? [] : faults.value.filter((fault) => !within(placeOf(fault), name));
  }

  const changed = computed(() => faults.value.some((fault) => fault.code === "VERSION_CHANGED"));
  const signedOut = computed(() =>
    [...faults.value, ...(lost.value ? [lost.value] : [])].some(({ code }) => SIGNED_OUT.includes(code)),
  );
  return { busy, faults, lost, changed, signedOut, hints, acknowledged, clear, act };
}

/** Whether a place is that of a field, or within it. */
export function within(place: string, name: string): boolean {
  return place === name || place.startsWith(`${name}.`);
}

/** A key that nobody has used: 128 bits at random. */
function fresh(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
