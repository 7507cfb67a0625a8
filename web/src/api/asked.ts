/** The text of an operation, with the types of what it takes and of what it tells. */
export interface Asked<Told, Given> {
  text: string;
  told?: Told;
  given?: Given;
}

/** An operation that was checked against the hub's contract (see types.js). */
export function asked<Told, Given>(text: string): Asked<Told, Given> {
  return { text };
}
