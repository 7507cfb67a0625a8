// One way to the hub: the public GraphQL API of the same address, with the browser's session.
import { language } from "@/language";
import type { Asked } from "./asked";

/** How a question ended that was not answered: `code` is the hub's own, or one of ours. */
export class Unanswered extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }

  /** Nobody was reached: there is no connection, or the hub is away. */
  get offline(): boolean {
    return this.code === "OFFLINE";
  }
}

interface Answer<Told> {
  data?: Told | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** What the hub tells. Raises Unanswered. */
export async function ask<Told, Given>(
  operation: Asked<Told, Given>,
  given: Given,
  signal?: AbortSignal,
): Promise<Told> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language },
      body: JSON.stringify({ query: operation.text, variables: given }),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unanswered("OFFLINE");
  }
  const answer = (await response.json().catch(() => ({}))) as Answer<Told>;
  const fault = answer.errors?.[0];
  if (fault || !answer.data) throw new Unanswered(fault?.extensions?.code ?? "NO_ANSWER", fault?.message);
  return answer.data;
}
