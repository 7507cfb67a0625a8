// A lesson as a card on the page of another site: <hub-lesson lesson="les_…" lang="en"></hub-lesson>. It reads the
// public API without a cookie, brings its own style, and is built into one file at an address that stays.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { HALVES, PETALS, petals } from "@/marks/shapes";
import en from "@/texts/en/embed.ftl?raw";
import fa from "@/texts/fa/embed.ftl?raw";
import { LessonCard, type LessonCardQuery } from "./card.asked";
import style from "./card.css?inline";

type Lesson = NonNullable<LessonCardQuery["lesson"]>;
type Language = "fa" | "en";

const HUB = new URL(import.meta.url).origin;
const SVG = "http://www.w3.org/2000/svg";
const CLASSES = { SUCCESS: "w", MIXED: "h", FAILURE: "x", WAITING: "a" };
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

const BUNDLES = { fa: bundle("fa-IR", fa), en: bundle("en-GB", en) };

function bundle(locale: string, text: string): FluentBundle {
  const made = new FluentBundle(locale);
  made.addResource(new FluentResource(text));
  return made;
}

function say(language: Language, key: string, given?: Record<string, string | number>): string {
  const texts = BUNDLES[language];
  return texts.formatPattern(texts.getMessage(key)!.value!, given);
}

function element(name: string, kind: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...content);
  return made;
}

function link(language: Language, path: string, text: string): HTMLElement {
  const made = element("a", "", text) as HTMLAnchorElement;
  made.href = `${HUB}${language === "en" ? "/en" : ""}${path}`;
  return made;
}

function star(lesson: Lesson): SVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "-50 -50 100 100");
  drawn.setAttribute("aria-hidden", "true");
  const filled = petals(lesson.adoptions.nodes.map((one) => one.outcome));
  PETALS.forEach((shape, at) => {
    drawn.append(path(shape, filled[at] ? CLASSES[filled[at]] : "e"));
    if (filled[at] === "MIXED") drawn.append(path(HALVES[at]!, "hf"));
  });
  return drawn;
}

function path(shape: string, kind: string): SVGElement {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("d", shape);
  made.setAttribute("class", kind);
  return made;
}

function card(language: Language, lesson: Lesson): Node[] {
  const count = lesson.reuseCount;
  const state = lesson.learned ? say(language, "card-learned", { count }) : say(language, "card-written", { count });
  return [
    star(lesson),
    element("h3", "", link(language, `/lessons/${lesson.id}`, lesson.statement)),
    element("p", "", lesson.recommendation),
    element(
      "footer",
      "",
      element("span", lesson.learned ? "learned" : "", state),
      element("span", "", lesson.publisher?.name ?? say(language, "card-unnamed")),
      link(language, "/", say(language, "card-hub")),
    ),
  ];
}

async function read(language: Language, id: string): Promise<Lesson | null> {
  const response = await fetch(`${HUB}/graphql`, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify({ query: LessonCard.text, variables: { id } }),
  });
  const answer = (await response.json()) as { data?: LessonCardQuery };
  if (!answer.data) throw new Error(response.statusText);
  return answer.data.lesson;
}

class LessonElement extends HTMLElement {
  static readonly observedAttributes = ["lesson", "lang"];
  private latest = 0;

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    void this.show();
  }

  attributeChangedCallback(): void {
    if (this.shadowRoot) void this.show();
  }

  /** The language of the card, or of what it stands in; Persian where nothing is said. */
  private get language(): Language {
    return this.closest("[lang]")?.getAttribute("lang")?.toLowerCase().startsWith("en") ? "en" : "fa";
  }

  private async show(): Promise<void> {
    const own = ++this.latest;
    const language = this.language;
    const frame = element("article", "");
    frame.lang = language;
    frame.dir = language === "fa" ? "rtl" : "ltr";
    try {
      const lesson = await read(language, this.getAttribute("lesson") ?? "");
      if (own !== this.latest) return;
      frame.append(...(lesson ? card(language, lesson) : [element("p", "", say(language, "card-absent"))]));
    } catch {
      if (own !== this.latest) return;
      frame.append(element("p", "", say(language, "card-failed")), link(language, "/", say(language, "card-hub")));
    }
    this.shadowRoot!.replaceChildren(frame);
    this.dispatchEvent(new CustomEvent("shown"));
  }
}

if (!customElements.get("hub-lesson")) customElements.define("hub-lesson", LessonElement);
