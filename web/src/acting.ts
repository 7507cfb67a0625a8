// For which of their organizations somebody acts, where they have several: chosen in this browser.
const PLACE = "acting";

/** The organization that was chosen; null: the first of theirs. */
export function acting(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

export function actFor(organization: string | null): void {
  try {
    if (organization) localStorage.setItem(PLACE, organization);
    else localStorage.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing acts for the first.
  }
}
