// What may be done with a process: by its author, its network, and whoever follows it.
import { t } from "@/language";
import { mine } from "@/me";
import { move, onDay, type Move } from "@/parts/together/moving";
import {
  AdoptProcess,
  EndProcessFollowing,
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
  ];
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
