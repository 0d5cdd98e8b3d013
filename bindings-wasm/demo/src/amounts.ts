/** Formats amounts: digits in groups of three, and the unit in singular or plural. */
import type { Unit } from "chanjiao";
import { unitLabel } from "./labels.ts";
import type { Language } from "./state.ts";

/** 520000000.00 becomes 520,000,000.00; a text that is not a plain amount is returned unchanged. */
export function grouped(amount: string): string {
  if (!/^\d+(\.\d+)?$/.test(amount)) return amount;
  const [whole = "", part] = amount.split(".");
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? groups : `${groups}.${part}`;
}

/** An amount with its unit. A value without a unit, such as a year, is not an amount. */
export function withUnit(amount: string, unit: Unit | null, language: Language): string {
  return unit === null ? amount : `${grouped(amount)} ${unitLabel(unit, language, amount)}`;
}
