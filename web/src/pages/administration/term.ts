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
