// The map as files: a picture, and tables that a spreadsheet opens.
import { t, word } from "@/language";
import { provinceNames } from "./names";
import type { MapTie, Network } from "./network";

/** Hands a file to the browser. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What begins like a formula is text to a spreadsheet only behind an apostrophe. */
function cell(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows as CSV, marked as UTF-8, without which spreadsheets garble Persian. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): Blob {
  const text = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  return new Blob([`\uFEFF${text}\r\n`], { type: "text/csv;charset=utf-8" });
}

export function organizationsCsv(network: Network, provinces: ReadonlyMap<string, string>): Blob {
  const head = [
    "id",
    t("organization"),
    t("map-kind"),
    t("map-status"),
    t("map-province-column"),
    t("map-ties"),
    t("map-cut"),
  ];
  const rows = network.nodes.map((node) => [
    node.id,
    node.name,
    word("OrganizationKind", node.organization.kind),
    word("OrganizationStatus", node.organization.status),
    provinceNames(node, provinces),
    node.degree,
    node.bridges,
  ]);
  return csv([head, ...rows]);
}

export function tiesCsv(ties: readonly MapTie[]): Blob {
  const head = [t("map-from"), t("map-to"), t("map-tie"), t("map-since"), t("map-until")];
  return csv([
    head,
    ...ties.map((tie) => [tie.from.name, tie.to.name, word("MapTieKind", tie.kind), tie.since, tie.until]),
  ]);
}
