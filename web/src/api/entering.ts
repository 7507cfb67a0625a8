// Where somebody must show once more who they are: what they were about to do waits for it, and nothing typed is lost.
import { shallowRef } from "vue";

/** The session has ended; it began too long ago for this; it has not shown the second factor that the account has. */
export type Why = "ended" | "again" | "factor";

const WHY: Record<string, Why> = {
  SESSION_ENDED: "ended",
  SIGN_IN_REQUIRED: "ended",
  PERSON_REQUIRED: "ended",
  SIGN_IN_AGAIN: "again",
  SECOND_FACTOR_UNSHOWN: "factor",
};
let inside = false;
let shown: Promise<boolean> | undefined;

/** What is asked of whoever sits there; `answer` says whether they showed who they are. */
export const entering = shallowRef<{ why: Why; answer: (entered: boolean) => void }>();

/** Somebody is known to be signed in, or nobody. */
export function stay(known: boolean): void {
  inside = known;
}

/** Why a refusal may be over once somebody has shown who they are; undefined where that would change nothing. */
export function whyOf(code: string | undefined): Why | undefined {
  return inside && code ? WHY[code] : undefined;
}

/** Whether somebody has shown who they are. All that waits for it waits for the same answer. */
export function enterAgain(why: Why): Promise<boolean> {
  shown ??= new Promise((go) => {
    entering.value = {
      why,
      answer(entered) {
        entering.value = shown = undefined;
        if (!entered && why === "ended") inside = false;
        go(entered);
      },
    };
  });
  return shown;
}
