// A tie that is declared from an organization's page: by whoever acts for another of the two, or in an office, by its source.
import { t } from "@/language";
import { choice, line, move, must, onDay, one, url, type Move } from "@/parts/together/moving";
import { DeclareTie, type TieKind } from "./office.asked";

type Way = "FROM" | "TO";
interface Named {
  id: string;
  name: string;
}

/** What is asked of every tie: its kind, and at which of the two it starts. */
function asked({ name }: Named) {
  const said = { FROM: t("tie-from", { name }), TO: t("tie-toward", { name }) };
  return {
    kind: must(choice<TieKind>("TieKind", t("tie-kind"))),
    way: must(
      choice<Way>("Way", t("tie-way"), ["FROM", "TO"], { first: "FROM", words: (way) => said[way as Way], hint: t("tie-way-what") }),
    ),
    since: onDay(t("tie-since")),
  };
}

function ends(way: Way, here: string, there: string) {
  return way === "FROM" ? { fromId: here, toId: there } : { fromId: there, toId: here };
}

/** One's own organization's tie with this one, which is asked. */
export function declaring(here: Named, own: string): Move {
  return move(
    here.id,
    DeclareTie,
    t("tie-declare"),
    ({ kind, way, since, source }) => ({ input: { kind, since, source, ...ends(way, here.id, own) } }),
    { quiet: true, sure: t("tie-declare-sure"), fields: { ...asked(here), source: line(t("tie-source"), { hint: t("tie-source-what") }) } },
  );
}

/** A tie of this one with another, as whoever coordinates knows of it: it stands at once. */
export function entering(here: Named): Move {
  return move(
    here.id,
    DeclareTie,
    t("tie-enter"),
    ({ other, kind, way, since, source, sourceUrl }) => ({
      input: { kind, since, source, sourceUrl, ...ends(way, here.id, other) },
    }),
    {
      fields: {
        other: must(one(t("tie-other"), { types: ["ORGANIZATION"] })),
        ...asked(here),
        source: must(line(t("tie-source"), { hint: t("tie-source-what") })),
        sourceUrl: url(t("tie-source-url")),
      },
    },
  );
}
