// The draft of an experience: typed here, kept here at once and in the hub soon after, so that another device goes on with it.
import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from "vue";
import { useRoute, useRouter } from "vue-router";
import { doing, type Standing } from "@/api/doing";
import { reading, type Reading } from "@/api/reading";
import { language } from "@/language";
import { copy, form, type FormOf } from "@/parts/form/form";
import type { Picked } from "@/parts/form/picking";
import { known, viewer } from "@/viewer";
import { CreateExperience, Draft, EditExperience } from "./publish.asked";
import type { CreateExperienceMutationVariables, DraftQuery } from "./publish.asked";

type Input = CreateExperienceMutationVariables["input"];
export type Outcome = Input["outcome"];
export type Seen = NonNullable<Input["visibility"]>;
type Group = NonNullable<Input["targetGroups"]>[number];
type Cost = NonNullable<Input["costBand"]>;
export type Kept = NonNullable<DraftQuery["experience"]>;

export interface Row {
  indicator: string;
  value: number | null;
  baseline: number | null;
  unit: string;
}

function blank() {
  return {
    title: "",
    outcome: "" as Outcome | "",
    intended: "",
    happened: "",
    results: [] as Row[],
    startedOn: "",
    endedOn: "",
    region: [] as Picked[],
    topics: [] as Picked[],
    targetGroups: [] as Group[],
    context: "",
    why: "",
    enablingFactors: [] as string[],
    barriers: [] as string[],
    costBand: "" as Cost | "",
    visibility: "MEMBERS" as Seen | "",
    acknowledge: [] as string[],
    /** Lessons that the hub does not have yet, by names of their own. */
    lessons: [] as string[],
  };
}

export type Told = ReturnType<typeof blank>;
/** What is of this device alone. */
const HERE = ["acknowledge", "lessons"];

function rows(told: Told): NonNullable<Input["results"]> {
  return told.results.flatMap(({ indicator, value, baseline, unit }) =>
    indicator.trim() && value !== null ? [{ indicator, value, baseline, unit: unit || null }] : [],
  );
}

const GIVEN: Partial<Record<keyof Told, (told: Told) => Partial<Input>>> = {
  title: ({ title }) => ({ title }),
  outcome: ({ outcome }) => (outcome ? { outcome } : {}),
  intended: ({ intended }) => ({ intended: intended.trim() || null }),
  happened: ({ happened }) => ({ happened }),
  results: (told) => ({ results: rows(told) }),
  startedOn: ({ startedOn }) => ({ startedOn: startedOn || null }),
  endedOn: ({ endedOn }) => ({ endedOn: endedOn || null }),
  region: ({ region }) => ({ regionId: region[0]?.id ?? null }),
  topics: ({ topics }) => ({ topicIds: topics.map(({ id }) => id) }),
  targetGroups: ({ targetGroups }) => ({ targetGroups }),
  context: ({ context }) => ({ context: context.trim() || null }),
  why: ({ why }) => ({ why: why.trim() || null }),
  enablingFactors: ({ enablingFactors }) => ({ enablingFactors }),
  barriers: ({ barriers }) => ({ barriers }),
  costBand: ({ costBand }) => ({ costBand: costBand || null }),
  visibility: ({ visibility }) => (visibility ? { visibility } : {}),
};

function input(told: Told, fields: readonly string[]): Partial<Input> {
  return Object.assign({}, ...fields.map((field) => GIVEN[field as keyof Told]?.(told) ?? {})) as Partial<Input>;
}

/** What the hub holds, as it was written: others may read it less exactly. */
function read(record: Kept): Omit<Told, "acknowledge" | "lessons"> {
  const exact = record.written ?? record;
  return {
    title: record.title,
    outcome: record.outcome,
    intended: record.intended ?? "",
    happened: record.happened,
    results: [...record.results]
      .sort((one, other) => one.position - other.position)
      .map(({ indicator, value, baseline, unit }) => ({ indicator, value, baseline, unit: unit ?? "" })),
    startedOn: exact.startedOn ?? "",
    endedOn: exact.endedOn ?? "",
    region: exact.region ? [copy(exact.region)] : [],
    topics: exact.topics.map(({ id, label }) => ({ id, name: label })),
    targetGroups: [...(exact.targetGroups ?? [])],
    context: record.context ?? "",
    why: record.why ?? "",
    enablingFactors: [...record.enablingFactors],
    barriers: [...record.barriers],
    costBand: record.costBand ?? "",
    visibility: record.visibility,
  };
}

export interface DraftOf {
  values: FormOf<Told>;
  told: Told;
  id: Ref<string | undefined>;
  /** The version that is edited; 0 until the hub has told it. */
  version: Ref<number>;
  page: Reading<DraftQuery>;
  record: ComputedRef<Kept | null | undefined>;
  standing: ComputedRef<Standing>;
  /** When the hub has kept all that is typed. */
  savedAt: Ref<Date | undefined>;
  /** What the hub has to be told still. */
  unsent: ComputedRef<boolean>;
  /** Whether the hub can keep it: it needs a title, an outcome and what happened. */
  enough: ComputedRef<boolean>;
  /** Others read it already: it is sent when its writer says so, not while it is typed. */
  live: ComputedRef<boolean>;
  /** Send what the hub does not have. Whether it has all now. */
  save: () => Promise<boolean>;
}

const PAUSE = 2_500;

/** The draft that the address names, or a new one. */
export function draft(): DraftOf {
  const route = useRoute();
  const router = useRouter();
  const id = ref(typeof route.query.draft === "string" ? route.query.draft : undefined);
  const values = form(`publish:${id.value ?? "new"}`, blank);
  const told = values.values;
  const create = doing(CreateExperience);
  const edit = doing(EditExperience, id.value);
  const page = reading(Draft, () => (id.value && viewer.value ? { id: id.value } : undefined));
  const record = computed(() => (id.value ? page.told.value?.experience : undefined));
  const version = ref(0);
  const savedAt = ref<Date>();
  let pause: number | undefined;
  let sending: Promise<boolean> | undefined;

  watch(record, (now) => {
    if (!now || now.version < version.value) return;
    version.value = now.version;
    values.begin(read(now));
  });

  const fields = computed(() => values.changed.value.filter((field) => !HERE.includes(field)));
  const unsent = computed(() => fields.value.length > 0);
  const enough = computed(() => !!(told.title.trim() && told.outcome && told.happened.trim()));
  const live = computed(() => record.value?.status === "PUBLISHED");

  async function send(): Promise<boolean> {
    const sent = copy(told);
    if (!id.value) {
      const spoken = language === "fa" ? ("FA" as const) : ("EN" as const);
      const all = { ...input(sent, Object.keys(GIVEN)), language: spoken } as Input;
      const made = (await create.act({ input: all }))?.experience;
      if (!made) return false;
      version.value = made.version;
      id.value = made.id;
      values.sent({ ...sent, acknowledge: [], lessons: [] });
      values.move(`publish:${made.id}`);
      await router.replace({ query: { ...route.query, draft: made.id } });
    } else {
      const changed = [...fields.value];
      const given = { ...input(sent, changed), id: id.value, version: version.value };
      const made = (await edit.act({ input: given }))?.experience;
      if (!made) return edit.changed.value ? renew() : false;
      version.value = made.version;
      const kept = Object.fromEntries(changed.map((field) => [field, sent[field as keyof Told]]));
      values.sent(kept as Partial<Told>);
    }
    savedAt.value = new Date();
    return true;
  }

  /** Another device has gone on: what it wrote is laid under what is typed here, and sent again where the two do not meet. */
  async function renew(): Promise<boolean> {
    await page.again();
    if (!record.value || record.value.version < version.value || values.clashes.value.size) return false;
    edit.clear();
    return unsent.value ? send() : true;
  }

  async function save(): Promise<boolean> {
    clearTimeout(pause);
    pause = undefined;
    if (sending) await sending;
    if (id.value ? !unsent.value : !enough.value) return id.value !== undefined;
    if (id.value && !version.value) return false; // It has not been read yet.
    sending = send();
    try {
      return await sending;
    } finally {
      sending = undefined;
    }
  }

  function later(): void {
    if (live.value || values.clashes.value.size) return;
    clearTimeout(pause);
    pause = window.setTimeout(() => void save(), PAUSE);
  }

  watch(told, later);
  // What was typed without a connection goes as soon as there is one, or the page is back.
  void known.then(() => unsent.value && later());
  watch(record, () => unsent.value && later());
  addEventListener("online", later);
  onScopeDispose(() => {
    clearTimeout(pause);
    removeEventListener("online", later);
  });
  const standing = computed<Standing>(() => (id.value && version.value ? edit : create));
  return { values, told, id, version, page, record, standing, savedAt, unsent, enough, live, save };
}
