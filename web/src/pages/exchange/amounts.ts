// How much of a thing is offered, needed or exchanged, in words.
import { list, money, number } from "@/language";

export interface Much {
  quantity: number | null;
  unit: string | null;
  amount: string | null;
  amountUnit: "IRR" | "NEW_IRR" | null;
}

/** «۱۰ دستگاه»; empty where no number is told. */
export function much({ quantity, unit, amount, amountUnit }: Much): string {
  const parts = [
    quantity === null ? "" : `${number(quantity)} ${unit ?? ""}`.trim(),
    amount === null ? "" : money(amount, amountUnit),
  ].filter(Boolean);
  return list(parts);
}
