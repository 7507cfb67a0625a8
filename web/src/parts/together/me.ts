// The organization that whoever looks acts for.
import { computed } from "vue";
import { viewer } from "@/viewer";

export const me = computed(() => viewer.value?.organization?.id);

/** Whether a side of a record is the viewer's own. */
export function mine(side: { id: string } | null | undefined): boolean {
  return !!side && side.id === me.value;
}
