// The provinces to choose from, read once and kept while the pages stand; and the counties of one.
import { shallowRef } from "vue";
import { ask, Unanswered } from "@/api/ask";
import { Counties, Provinces, type CountiesQuery, type ProvincesQuery } from "./places.asked";

export type County = CountiesQuery["regions"]["nodes"][number];

const read = shallowRef<ProvincesQuery["regions"]["nodes"]>([]);
let asked = false;

/** Where one can be; nothing to choose from, where it could not be read. */
export function provinces() {
  if (!asked) {
    asked = true;
    ask(Provinces, {}).then(
      (told) => (read.value = told.regions.nodes),
      (error: unknown) => {
        asked = false;
        if (!(error instanceof Unanswered)) throw error;
      },
    );
  }
  return read;
}

export async function countiesOf(province: string): Promise<County[]> {
  return (await ask(Counties, { province })).regions.nodes;
}
