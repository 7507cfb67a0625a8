// What the bar, the menu and the dock lead to, and for whom.
import { computed } from "vue";
import type { PageName } from "@/addresses";
import type { IconName } from "@/marks/icons";
import { viewer } from "@/viewer";

interface Section {
  page: PageName;
  key: string;
  icon: IconName;
  for?: "signedIn" | "signedOut";
  /** The pages within it, where they are not called after it. */
  holds?: readonly PageName[];
}

/** Where organizations work together: one entry of the bar; its lists lead to one another. */
const TOGETHER: readonly PageName[] = [
  "partnership",
  "partnershipNew",
  "partnershipEdit",
  "amendmentNew",
  "commitment",
  "offers",
  "offer",
  "need",
  "exchange",
  "programs",
  "programGaps",
  "program",
  "networks",
  "network",
  "networkNew",
  "networkEdit",
  "charter",
  "charterNew",
  "charterEdit",
  "application",
  "applicationNew",
  "applicationEdit",
  "groups",
  "group",
  "meeting",
  "groupNew",
  "groupEdit",
  "meetingNew",
  "meetingEdit",
  "minutes",
  "processes",
  "process",
  "campaigns",
  "campaign",
];
const SECTIONS: readonly Section[] = [
  { page: "experiences", key: "experiences", icon: "pen" },
  { page: "lessons", key: "lessons", icon: "book" },
  { page: "organizations", key: "organizations", icon: "house" },
  { page: "map", key: "map", icon: "network" },
  { page: "support", key: "ways", icon: "steps" },
  { page: "partnerships", key: "together", icon: "rings", holds: TOGETHER },
];
const SHORTCUTS: readonly Section[] = [
  { page: "home", key: "home", icon: "home" },
  { page: "search", key: "search", icon: "search" },
  { page: "lessons", key: "lessons", icon: "book" },
  { page: "publish", key: "write", icon: "pen", for: "signedIn" },
  { page: "desk", key: "desk", icon: "desk", for: "signedIn" },
  { page: "signIn", key: "sign-in", icon: "lock", for: "signedOut" },
];

function mine(section: Section): boolean {
  return !section.for || section.for === (viewer.value ? "signedIn" : "signedOut");
}

export const sections = computed(() => SECTIONS.filter(mine));
export const shortcuts = computed(() => SHORTCUTS.filter(mine));

/** The pages that count as within a section: a lesson is within the lessons. */
export function within(section: PageName, page: unknown): boolean {
  const held = SECTIONS.find((one) => one.page === section)?.holds?.includes(page as PageName);
  return page === section || (section !== "home" && `${String(page)}s` === section) || !!held;
}
