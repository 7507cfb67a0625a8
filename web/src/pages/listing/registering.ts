// An organization that is taken in or made known by whoever coordinates where it is at home.
import { t } from "@/language";
import { choice, line, move, must, one, several, url, type Move } from "@/parts/together/moving";
import { ListOrganization, RegisterOrganization, type OrganizationKind } from "./registering.asked";

const fields = () => ({
  nameFa: must(line(t("register-name"))),
  kind: must(choice<OrganizationKind>("OrganizationKind", t("register-kind"))),
  locationId: one(t("register-seat"), { types: ["REGION"] }),
  website: url(t("register-website")),
  source: line(t("register-source"), { hint: t("register-source-what") }),
  despite: several(t("register-despite"), ["ORGANIZATION"], { hint: t("register-despite-what") }),
});

export function registering(): Move {
  return move("office", RegisterOrganization, t("register"), ({ reason, ...input }) => ({ input }), {
    sure: t("register-sure"),
    fields: fields(),
  });
}

export function listing(): Move {
  return move("office", ListOrganization, t("make-known"), ({ reason, ...input }) => ({ input }), {
    sure: t("make-known-sure"),
    fields: fields(),
  });
}
