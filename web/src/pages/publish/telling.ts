// What in a text looks as if it named a person: those who were helped are counted here, not named.
import { ascii } from "@/digits";
import { t } from "@/language";

/** The first thing in a text that looks like a person's name, number or address. */
export function personal(text: string): string | undefined {
  const plain = ascii(text);
  const number = /(?:\+98|0098|\b0)9\d{9}\b|\b0\d{2,3}[- ]?\d{7,8}\b/.exec(plain)?.[0];
  const mail = /[\w.+-]+@[\w-]+\.[\w.]+/.exec(plain)?.[0];
  const titled = new RegExp(`(?:^|[\\s(\u00ab\u060c])(?:${t("publish-titles")})\\s+[^\\s.,:;)\u00bb\u060c\u061b]+`, "u").exec(text)?.[0];
  return number ?? mail ?? titled?.trim().replace(/^[\u00ab(]/, "");
}
