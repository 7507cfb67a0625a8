// Where somebody is, and where nobody is: the provinces of the network, with who works in each.
import { provincesOf } from "./network";
import type { MapCoveredQuery, MapNeedsQuery, MapPlacesQuery } from "./map.asked";

type Province = MapPlacesQuery["regions"]["nodes"][number];
type Present = MapCoveredQuery["networkMap"]["nodes"][number]["organization"];

export interface Covered extends Province {
  /** How many organizations sit or work in it. */
  count: number;
  /** How many needs are open in it, of those that were read. */
  needs: number;
}

export function coverageOf(
  provinces: readonly Province[],
  present: readonly Present[],
  needs: MapNeedsQuery["resourceNeeds"]["nodes"],
): Covered[] {
  const known = new Set(provinces.map((one) => one.id));
  const counts = new Map<string, number>();
  for (const organization of present)
    for (const id of provincesOf(organization, known)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const open = new Map<string, number>();
  for (const { region } of needs)
    if (region)
      for (const id of provincesOf({ location: region, regions: [] }, known)) open.set(id, (open.get(id) ?? 0) + 1);
  return provinces.map((one) => ({ ...one, count: counts.get(one.id) ?? 0, needs: open.get(one.id) ?? 0 }));
}

/** The provinces where nobody is: those with open needs first, then the deprived ones. */
export function gapsOf(covered: readonly Covered[]): Covered[] {
  const rank = (one: Covered): number => one.needs * 2 + (one.deprived ? 1 : 0);
  return covered.filter((one) => !one.count).sort((one, other) => rank(other) - rank(one));
}

/** The provinces where the fewest are, where somebody is everywhere. */
export function thinnestOf(covered: readonly Covered[]): Covered[] {
  return [...covered].sort((one, other) => one.count - other.count || other.needs - one.needs).slice(0, 5);
}
