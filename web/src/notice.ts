// What has been done, told for a moment at the foot of the page, and to whoever reads by ear.
import { ref } from "vue";

const SHOWN = 6_000;
let hiding: number | undefined;

export const noticed = ref("");

export function notice(text: string): void {
  noticed.value = text;
  clearTimeout(hiding);
  hiding = window.setTimeout(() => (noticed.value = ""), SHOWN);
}
