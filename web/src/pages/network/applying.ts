// What may be done with an application: by the applicant, and by the network that it was sent to.
import { t } from "@/language";
import { by, mine } from "@/me";
import { leading, lines, move, must, onDay, type Moves } from "@/parts/together/moving";
import type { ApplicationPageQuery } from "./application.asked";
import {
  AcceptApplication,
  PassDocuments,
  PassLicence,
  RejectApplication,
  ReturnApplication,
  SubmitApplication,
  WithdrawApplication,
} from "./moves.asked";

type Application = NonNullable<ApplicationPageQuery["membershipApplication"]>;

export function movesOfApplication(application: Application): Moves {
  const { id, version, status } = application;
  const given = { id, version };
  const own = mine(application.applicant);
  const writing = status === "DRAFT" || status === "RETURNED";
  return [
    writing &&
      by(own, () =>
        move(id, SubmitApplication, t("submit-application"), () => ({ input: given }), { primary: true }),
      ),
    writing &&
      by(own, () => leading(t(status === "RETURNED" ? "mend-application" : "edit"), "applicationEdit", { id })),
    ...(mine(application.network?.secretariat) || !own ? checksOf(application) : []),
    (writing || isWithNetwork(application)) &&
      by(own, () =>
        move(id, WithdrawApplication, t("withdraw-application"), () => ({ input: given }), {
          sure: t("withdraw-application-sure"),
        }),
      ),
  ];
}

function isWithNetwork({ status }: Application): boolean {
  return ["SUBMITTED", "DOCUMENTS_CHECKED", "LICENCE_CHECKED"].includes(status);
}

/** The steps of the network, one after the other. */
function checksOf(application: Application): Moves {
  if (!isWithNetwork(application)) return [];
  const { id, version, status } = application;
  const given = { id, version };
  const running = mine(application.network?.secretariat);
  return [
    status === "SUBMITTED" &&
      by(running, () => move(id, PassDocuments, t("pass-documents"), () => ({ input: given }), { primary: true })),
    status === "DOCUMENTS_CHECKED" &&
      by(running, () => move(id, PassLicence, t("pass-licence"), () => ({ input: given }), { primary: true })),
    status === "LICENCE_CHECKED" &&
      by(running, () =>
        move(
          id,
          AcceptApplication,
          t("accept-application"),
          ({ since, until }) => ({ input: { ...given, since, until } }),
          {
            primary: true,
            fields: {
              since: onDay(t("network-since"), { hint: t("network-today") }),
              until: onDay(t("network-until")),
            },
          },
        ),
      ),
    by(running, () =>
      move(
        id,
        ReturnApplication,
        t("return-application"),
        ({ reasons, dueOn }) => ({ input: { ...given, reasons, dueOn } }),
        { fields: { reasons: must(lines(t("what-is-missing"))), dueOn: onDay(t("return-due")) } },
      ),
    ),
    by(running, () =>
      move(id, RejectApplication, t("reject-application"), ({ reasons }) => ({ input: { ...given, reasons } }), {
        fields: { reasons: must(lines(t("reject-reasons"))) },
      }),
    ),
  ];
}
