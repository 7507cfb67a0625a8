// What is due for a cohort and not paid yet.
import type { CohortPageQuery } from "./cohort.asked";

type Report = NonNullable<CohortPageQuery["cohortReport"]>;

const NEW_RIAL = 10_000n;
const PAID: readonly string[] = ["PAID", "CONFIRMED"];

/** In rials; nothing where nothing is due. */
export function leftOf(report: Pick<Report, "payment" | "payments">): bigint {
  if (!report.payment?.due) return 0n;
  const paid = report.payments.nodes
    .filter((one) => PAID.includes(one.status))
    .reduce((sum, one) => sum + rials(one.amount, one.amountUnit), 0n);
  return rials(report.payment.amount, report.payment.unit) - paid;
}

function rials(amount: string | null, unit: string | null): bigint {
  return BigInt(amount ?? 0) * (unit === "NEW_IRR" ? NEW_RIAL : 1n);
}
