// What may be done with a program, and with a part in it.
import { t } from "@/language";
import { mine } from "@/me";
import { move, type Move } from "@/parts/together/moving";
import { ConfirmProgramRole, PublishProgram, RefuseProgramRole, WithdrawProgram } from "./moves.asked";
import type { ProgramPageQuery } from "./program.asked";

type Program = NonNullable<ProgramPageQuery["program"]>;
type Claim = Program["programRoleClaims"]["nodes"][number];
type Moves = readonly (Move | false)[];

export function movesOf(program: Program): Moves {
  if (!mine(program.publisher)) return [];
  const { id, version, status } = program;
  const given = { id, version };
  return [
    status !== "PUBLISHED" && move(id, PublishProgram, t("publish-program"), () => ({ input: given }), { primary: true }),
    status !== "WITHDRAWN" &&
      move(id, WithdrawProgram, t("withdraw-program"), () => ({ input: given }), { sure: t("withdraw-program-sure") }),
  ];
}

export function movesOfClaim(claim: Claim): Moves {
  if (!mine(claim.organization)) return [];
  const given = { id: claim.id, version: claim.version };
  return [
    claim.status !== "CONFIRMED" &&
      move(claim.id, ConfirmProgramRole, t("confirm-part"), () => ({ input: given }), { primary: true }),
    (claim.status === "CLAIMED" || claim.status === "CONFIRMED") &&
      move(
        claim.id,
        RefuseProgramRole,
        t("refuse-part"),
        ({ reason }) => ({ input: { ...given, reason: reason || undefined } }),
        { reason: t("refuse-part-why"), optional: true },
      ),
  ];
}
