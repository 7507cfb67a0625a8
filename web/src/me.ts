// The organization that whoever looks acts for.
import { computed } from "vue";
import { viewer } from "./viewer";
import type { Leading, Move } from "@/parts/together/moving";

export const me = computed(() => viewer.value?.organization?.id);

/** Whether a side of a record is the viewer's own. */
export function mine(side: { id: string } | null | undefined): boolean {
  return !!side && side.id === me.value;
}

/** Whether the viewer administers: enters what organizations have said. */
export const administers = computed(() => viewer.value?.role === "ADMINISTRATOR");

/** Whether the viewer coordinates what is bound to a place: the whole country, or that province. */
export function coordinates(place?: { id: string } | null): boolean {
  const told = viewer.value;
  if (administers.value) return true;
  return told?.role === "COORDINATOR" && (!told.regions.length || told.regions.some((one) => one.id === place?.id));
}

/** What a side may do, and whoever holds an office in its place: administrators, where nothing else is said. */
export function by<Doing extends Move | Leading>(
  side: boolean,
  doing: () => Doing,
  office: boolean = administers.value,
): Doing | false {
  if (side) return doing();
  return office && { ...doing(), office: true };
}
