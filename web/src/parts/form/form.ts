// A form: what stands in its fields, kept in this browser until it is sent, and what was read meanwhile beside it.
import { computed, inject, onScopeDispose, provide, reactive, ref, shallowRef, toRaw, watch } from "vue";
import type { ComputedRef, InjectionKey, Ref, ShallowRef } from "vue";
import { drop, keep, kept } from "@/kept";
import { texts } from "@/language";
import { known } from "@/viewer";
import "@/style/form.css";

// Fields speak; whoever imports them waits until they can.
await texts("form");

export interface FormOf<Values extends object> {
  /** What stands in the fields. */
  values: Values;
  /** The names of the fields that say something else than what was read. */
  changed: ComputedRef<string[]>;
  /** Since when what is typed is kept on this device; undefined where there is nothing to keep, or it cannot be. */
  keptAt: Ref<Date | undefined>;
  /** Whether something that was typed earlier was brought back. */
  restored: Ref<boolean>;
  /** What the hub holds now where somebody else has changed what is changed here, by the names of the fields. */
  clashes: ShallowRef<ReadonlyMap<string, unknown>>;
  /** Show what was read: what is typed here stays. */
  begin: (read: Partial<Values>) => void;
  /** Take what the hub holds instead of what is typed in a field. */
  yieldTo: (name: string) => void;
  /** What was typed is with the hub: all of it, or what was sent while typing went on. */
  sent: (what?: Partial<Values>) => void;
  /** Keep it under another name from now on. */
  move: (name: string) => void;
  /** Throw away what was typed. */
  discard: () => void;
  /** Keep at once what is typed. */
  save: () => void;
}

interface Typed {
  values: Record<string, unknown>;
  base: Record<string, unknown>;
}

const PAUSE = 300;

/** Plain data, apart from what it was copied of. */
export function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value ?? null)) as Value;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** A form by its name, such as `adoption:les_…`: what is typed into it comes back under that name. Values are plain data. */
export function form<Values extends object>(name: string, blank: () => Values): FormOf<Values> {
  const values = reactive(blank()) as Record<string, unknown>;
  const base = shallowRef(copy(blank()) as Record<string, unknown>);
  const keptAt = ref<Date>();
  const restored = ref(false);
  const clashes = shallowRef<ReadonlyMap<string, unknown>>(new Map());
  let drawer = `form:${name}`;
  let pause: number | undefined;
  let begun = false;
  // Until it is known who types, nothing is kept: it would be nobody's.
  let ready = false;

  const changed = computed(() => Object.keys(values).filter((field) => !same(values[field], base.value[field])));

  function save(): void {
    clearTimeout(pause);
    pause = undefined;
    if (!ready) return;
    if (!changed.value.length) {
      drop(drawer);
      keptAt.value = undefined;
      return;
    }
    const those = (of: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(changed.value.map((field) => [field, toRaw(of[field])]));
    keptAt.value = keep(drawer, { values: those(values), base: those(base.value) } satisfies Typed);
  }

  function restore(): void {
    const found = kept<Typed>(drawer);
    if (!found) return;
    const fields = Object.keys(found.value.values).filter((field) => field in values && !changed.value.includes(field));
    for (const field of fields) {
      values[field] = found.value.values[field];
      if (begun) meet(field, found.value.base[field], base.value[field]);
      else base.value = { ...base.value, [field]: found.value.base[field] };
    }
    restored.value = changed.value.length > 0;
    keptAt.value = restored.value ? found.at : undefined;
  }

  /** What is typed over a value meets another that the hub holds by now. */
  function meet(field: string, before: unknown, now: unknown): void {
    const met = new Map(clashes.value);
    if (same(before, now) || same(values[field], now)) met.delete(field);
    else met.set(field, copy(now));
    clashes.value = met;
  }

  function begin(read: Partial<Values>): void {
    const now = copy(read) as Record<string, unknown>;
    for (const field of Object.keys(now)) {
      const before = base.value[field];
      if (same(values[field], before)) values[field] = copy(now[field]);
      else if (!same(before, now[field])) meet(field, before, now[field]);
    }
    base.value = { ...base.value, ...now };
    begun = true;
  }

  function yieldTo(field: string): void {
    values[field] = copy(base.value[field]);
    meet(field, base.value[field], base.value[field]);
  }

  function sent(what?: Partial<Values>): void {
    const now = copy(what ?? toRaw(values)) as Record<string, unknown>;
    base.value = { ...base.value, ...now };
    begun = true;
    clashes.value = new Map([...clashes.value].filter(([field]) => !(field in now)));
    restored.value = false;
    save();
  }

  function move(name: string): void {
    drop(drawer);
    drawer = `form:${name}`;
    save();
  }

  function discard(): void {
    for (const field of Object.keys(values)) values[field] = copy(base.value[field]);
    sent();
  }

  void known.then(() => {
    ready = true;
    restore();
    if (changed.value.length) save();
  });
  watch(values, () => {
    pause ??= window.setTimeout(save, PAUSE);
  });
  const leave = (): void => void (pause !== undefined && save());
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", leave);
  onScopeDispose(() => {
    leave();
    removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", leave);
  });
  return {
    values: values as Values,
    changed,
    keptAt,
    restored,
    clashes,
    begin,
    yieldTo,
    sent,
    move,
    discard,
    save,
  };
}

/** A field of a form, as its form knows it. `problem` says what is wrong with what is typed, before it is sent. */
export interface Known {
  name: string;
  label: () => string;
  id: string;
  problem: () => string | undefined;
}

/** What a form does for its fields. */
export interface Around {
  join: (field: Known) => () => void;
  /** What is wrong with a field, as the hub or the field itself says. */
  faultOf: (name: string) => string | undefined;
  /** Something was typed into it: what was said of it is past. */
  touched: (name: string) => void;
  /** What the hub holds by now, where somebody else has changed it. */
  clashOf: (name: string) => { now: unknown } | undefined;
  yieldTo: (name: string) => void;
}

const AROUND: InjectionKey<Around> = Symbol("form");

export function surround(around: Around): void {
  provide(AROUND, around);
}

/** The form that a field stands in; a field may stand alone. */
export function around(): Around | undefined {
  return inject(AROUND, undefined);
}
