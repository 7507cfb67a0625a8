/** A topic, a skill or a region, as the list of terms tells it. */
export interface Term {
  id: string;
  version: number;
  slug: string;
  labelFa: string;
  labelEn: string | null;
  alsoKnownAs: readonly string[];
  status: "IN_USE" | "RETIRED";
  skillKind?: "SOFT" | "HARD";
  broader: { id: string; told: string } | null;
}

export const KINDS = ["topics", "skills", "regions"] as const;
export type Kind = (typeof KINDS)[number];

/** What each kind is picked by. */
export const PICKED = { topics: "TOPIC", skills: "SKILL", regions: "REGION" } as const;
