/** Amounts as they are read: digits in groups of three, and the unit in the number that the amount asks for. */
import type { Language } from "./state.ts";
import { units } from "./strings.ts";

/** 520000000.00 is 520,000,000.00; what is no plain amount stays as it is. */
export function grouped(amount: string): string {
  if (!/^\d+(\.\d+)?$/.test(amount)) return amount;
  const [whole = "", part] = amount.split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? groups : `${groups}.${part}`;
}

/** The unit for an amount: 1 post, 2 posts. Without an amount, the unit of many. */
export function unitOf(unit: string, language: Language, amount = ""): string {
  const [many = unit, one = many] = units[language][unit] ?? [];
  return amount === "1" ? one : many;
}

/** An amount and its unit; what has no unit, such as a year, is no amount. */
export function withUnit(amount: string, unit: string | null, language: Language): string {
  return unit === null ? amount : `${grouped(amount)} ${unitOf(unit, language, amount)}`;
}
