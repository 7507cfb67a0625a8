// One way to the hub: the public GraphQL API of the same address, with the browser's session.
import { acting, actFor } from "@/acting";
import { language } from "@/language";
import type { Asked } from "./asked";
import { enterAgain, whyOf } from "./entering";

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

/** What is over once it was told: the browser has lost its session, or we the organization that was chosen. */
const PAST = ["SESSION_ENDED", "ORGANIZATION_NOT_YOURS"];

interface Answer<Told> {
  data?: Told | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** What the hub tells. Where somebody must first show who they are, it waits for that. Raises Unanswered. */
export async function ask<Told, Given>(
  operation: Asked<Told, Given>,
  given: Given,
  signal?: AbortSignal,
): Promise<Told> {
  let answer = await send(operation, given, signal);
  // What somebody enters by is named so, and waits for nothing.
  const why = operation.text.startsWith("mutation Enter") ? undefined : whyOf(codeOf(answer));
  if (why && ((await enterAgain(why)) || why === "ended")) answer = await send(operation, given, signal);
  const fault = answer.errors?.[0];
  if (fault || !answer.data) throw new Unanswered(fault?.extensions?.code ?? "NO_ANSWER", fault?.message);
  return answer.data;
}

/** Why nothing came of it: of the question as a whole, or of the mutation that it is. */
function codeOf(answer: Answer<unknown>): string | undefined {
  const refused = Object.values(answer.data ?? {})[0] as { errors?: { code: string }[] } | null | undefined;
  return answer.errors?.[0]?.extensions?.code ?? refused?.errors?.[0]?.code;
}

async function send<Told, Given>(
  operation: Asked<Told, Given>,
  given: Given,
  signal?: AbortSignal,
  once = false,
): Promise<Answer<Told>> {
  const organization = acting();
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": language,
        ...(organization ? { "hub-organization": organization } : {}),
      },
      body: JSON.stringify({ query: operation.text, variables: given }),
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unanswered("OFFLINE");
  }
  const answer = (await response.json().catch(() => ({}))) as Answer<Told>;
  const code = codeOf(answer);
  if (once || !code || !PAST.includes(code)) return answer;
  if (code === "ORGANIZATION_NOT_YOURS") actFor(null);
  else if (whyOf(code)) return answer;
  return send(operation, given, signal, true);
}
