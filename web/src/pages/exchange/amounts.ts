// How much of a thing is offered, needed or exchanged, in words.
import { list, money, number, t, texts } from "@/language";

// A program tells of what it offers and needs in the same words.
await texts("exchange");

export interface Much {
  quantity: number | null;
  unit: string | null;
  amount: string | null;
  amountUnit: "IRR" | "NEW_IRR" | null;
}

/** «۱۰ دستگاه»; empty where no number is told. */
export function much({ quantity, unit, amount, amountUnit }: Much): string {
  const parts = [
    quantity === null ? "" : unit ? t("so-many", { count: number(quantity), unit }) : number(quantity),
    amount === null ? "" : money(amount, amountUnit),
  ].filter(Boolean);
  return list(parts);
}
