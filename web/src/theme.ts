// Light or dark: as the machine has it, unless a reader chose. The choice is a cookie, so that the first
// page the hub sends has it already.
import { ref } from "vue";

const YEAR = 31_536_000;
const root = document.documentElement;

function now(): "light" | "dark" {
  const chosen = root.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export const theme = ref(now());

export function turnTheme(): void {
  theme.value = theme.value === "dark" ? "light" : "dark";
  root.dataset.theme = theme.value;
  document.cookie = `theme=${theme.value}; path=/; max-age=${YEAR}; samesite=lax`;
}
