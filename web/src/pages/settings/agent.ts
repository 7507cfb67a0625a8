// What a browser calls itself, in the few words by which somebody knows it again: "Firefox · Android".
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg[A-Z]*\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

export function agentOf(agent: string | null): string {
  if (!agent) return "";
  const of = (known: readonly [RegExp, string][]): string | undefined => known.find(([sign]) => sign.test(agent))?.[1];
  return [of(BROWSERS), of(SYSTEMS)].filter(Boolean).join(" · ") || agent.slice(0, 60);
}
