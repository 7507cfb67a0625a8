// What was typed and is not sent yet: in this browser, by whom it was typed, until it is sent or they sign out.
const PREFIX = "typed:";
const DAYS = 60;
let owner = "";

interface Kept<Value> {
  at: string;
  value: Value;
}

/** From now on it is this person who types; empty for whoever is not signed in. */
export function belong(person: string): void {
  owner = person;
}

function placeOf(name: string): string {
  return `${PREFIX}${owner}:${name}`;
}

/** Keep a value under a name. When it was kept; undefined where the browser keeps nothing. */
export function keep(name: string, value: unknown): Date | undefined {
  const at = new Date();
  try {
    localStorage.setItem(placeOf(name), JSON.stringify({ at: at.toISOString(), value }));
    return at;
  } catch {
    return undefined;
  }
}

/** What is kept under a name, and since when. */
export function kept<Value>(name: string): { at: Date; value: Value } | undefined {
  try {
    const told = localStorage.getItem(placeOf(name));
    if (!told) return undefined;
    const { at, value } = JSON.parse(told) as Kept<Value>;
    return { at: new Date(at), value };
  } catch {
    return undefined;
  }
}

/** What is kept under names that begin so. */
export function keptUnder<Value>(begin: string): { name: string; at: Date; value: Value }[] {
  const place = placeOf(begin);
  return places()
    .filter((one) => one.startsWith(place))
    .flatMap((one) => {
      const name = one.slice(placeOf("").length);
      const told = kept<Value>(name);
      return told ? [{ name, ...told }] : [];
    });
}

export function drop(name: string): void {
  try {
    localStorage.removeItem(placeOf(name));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Forget all that this person has typed, what is nobody's, and what anybody left here long ago. */
export function dropAll(): void {
  const own = [placeOf(""), `${PREFIX}:`];
  for (const one of places().filter((place) => own.some((begin) => place.startsWith(begin)))) localStorage.removeItem(one);
  dropOld();
}

function dropOld(): void {
  const oldest = new Date(Date.now() - DAYS * 86_400_000).toISOString();
  for (const one of places()) {
    const at = /"at":"([^"]+)"/.exec(localStorage.getItem(one) ?? "")?.[1];
    if (!at || at < oldest) localStorage.removeItem(one);
  }
}

function places(): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(PREFIX));
  } catch {
    return [];
  }
}
