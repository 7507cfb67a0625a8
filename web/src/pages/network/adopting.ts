// What may be done with a version of a charter.
import { t } from "@/language";
import { by, mine } from "@/me";
import { leading, move, onDay, type Moves } from "@/parts/together/moving";
import type { CharterPageQuery } from "./charter.asked";
import { AdoptCharter, WithdrawCharter } from "./moves.asked";

type Charter = NonNullable<CharterPageQuery["charter"]>;

export function movesOfCharter(charter: Charter): Moves {
  if (charter.status !== "DRAFT") return [];
  const { id, version } = charter;
  const given = { id, version };
  const running = mine(charter.network?.secretariat);
  return [
    charter.articles.length > 0 &&
      by(running, () =>
        move(id, AdoptCharter, t("adopt-charter"), ({ adoptedOn }) => ({ input: { ...given, adoptedOn } }), {
          primary: true,
          sure: t("adopt-charter-sure"),
          fields: { adoptedOn: onDay(t("adopted"), { hint: t("network-today") }) },
        }),
      ),
    by(running, () => leading(t("edit"), "charterEdit", { id })),
    by(running, () =>
      move(id, WithdrawCharter, t("withdraw-charter"), () => ({ input: given }), { sure: t("withdraw-charter-sure") }),
    ),
  ];
}
