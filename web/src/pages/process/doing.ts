// What may be done with a process: by its author, its network, and whoever follows it.
import { number, t } from "@/language";
import { me, mine } from "@/parts/together/me";
import { choice, line, move, must, onDay, prose, type Asking, type Move } from "@/parts/together/moving";
import {
  AdoptProcess,
  EndProcessFollowing,
  FollowProcess,
  ProposeProcess,
  RepealProcess,
  ReturnProcess,
  WithdrawProcess,
  WithdrawProcessFollowing,
} from "./moves.asked";
import type { ProcessPageQuery } from "./process.asked";

type Process = NonNullable<ProcessPageQuery["process"]>;
type Following = Process["followings"]["nodes"][number];
type Moves = readonly (Move | false)[];

export function movesOf(process: Process): Moves {
  const { id, version, status } = process;
  const given = { id, version };
  const own = mine(process.publisher);
  const running = mine(process.network?.secretariat);
  const follows = process.followings.nodes.some((one) => one.current && mine(one.publisher));
  return [
    own && status === "DRAFT" && move(id, ProposeProcess, t("propose-process"), () => ({ input: given }), { primary: true }),
    running &&
      status === "PROPOSED" &&
      move(id, AdoptProcess, t("adopt-process"), ({ adoptedOn }) => ({ input: { ...given, adoptedOn } }), {
        primary: true,
        sure: t("adopt-process-sure"),
        fields: { adoptedOn: onDay(t("process-adopted"), { hint: t("process-today") }) },
      }),
    running &&
      status === "PROPOSED" &&
      move(id, ReturnProcess, t("return-process"), ({ reason }) => ({ input: { ...given, reason } }), {
        reason: t("return-process-why"),
      }),
    running &&
      status === "STANDARD" &&
      move(id, RepealProcess, t("repeal-process"), ({ reason }) => ({ input: { ...given, reason } }), {
        sure: t("repeal-process-sure"),
        reason: t("process-why"),
      }),
    own &&
      (status === "DRAFT" || status === "PROPOSED") &&
      move(id, WithdrawProcess, t("withdraw-process"), () => ({ input: given }), { sure: t("withdraw-process-sure") }),
    !!me.value && status === "STANDARD" && !follows && following(process),
  ];
}

/** Follow it, and say at which of its steps one does otherwise. */
function following(process: Process): Move {
  const steps = [...process.steps].sort((one, other) => one.position - other.position);
  const otherwise: Record<string, Asking<string | undefined>> = Object.fromEntries(
    steps.map((step, place) => [
      `deviations.${place + 1}`,
      line(t("deviation-at", { number: number(place + 1), title: step.title })),
    ]),
  );
  return move(
    process.id,
    FollowProcess,
    t("follow-process"),
    (said: Record<string, unknown>) => ({
      input: {
        processId: process.id,
        since: String(said.since),
        note: said.note === undefined ? undefined : String(said.note),
        visibility: said.visibility as "PUBLIC" | "MEMBERS" | "PARTNERS" | "ORGANIZATION",
        deviations: steps.flatMap((_, place) => {
          const how = said[`deviations.${place + 1}`];
          return typeof how === "string" ? [{ step: place + 1, how }] : [];
        }),
      },
    }),
    {
      primary: true,
      sure: t("follow-process-what"),
      fields: {
        since: must(onDay(t("follow-since"))),
        note: prose(t("follow-note")),
        ...otherwise,
        visibility: must(
          choice("Visibility", t("follow-seen-by"), ["PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION"], { first: "PUBLIC" }),
        ),
      } as Record<string, Asking<unknown>>,
    },
  );
}

export function movesOfFollowing(one: Following): Moves {
  if (!mine(one.publisher) || !one.current) return [];
  const given = { id: one.id, version: one.version };
  return [
    move(one.id, EndProcessFollowing, t("end-following"), ({ until }) => ({ input: { ...given, until } }), {
      fields: { until: onDay(t("follow-until"), { hint: t("process-today") }) },
    }),
    move(one.id, WithdrawProcessFollowing, t("withdraw-following"), () => ({ input: given }), {
      sure: t("withdraw-following-sure"),
    }),
  ];
}
