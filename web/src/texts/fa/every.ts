// The texts of every page in one file, and where those of each are.
import shell from "./shell.ftl?raw";
import words from "./words.ftl?raw";

export const texts = [shell, words];
export const files = import.meta.glob<string>(["./*.ftl", "!./shell.ftl", "!./words.ftl"], {
  query: "?raw",
  import: "default",
});
