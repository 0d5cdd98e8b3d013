/** The labels of the package as the page shows them. In English they begin with a capital letter where they stand alone. */
import type { Conclusion, Finding, Kind, Reason, Text, Unit, Verdict } from "chanjiao";
import { labels } from "chanjiao/labels";
import type { Holder, Notice, Relation, Status } from "chanjiao/labels";
import type { Language } from "./state.ts";

/** Verdicts in the order of their severity, and kinds of rules. */
export const verdicts = Object.keys(labels().verdict) as Verdict[];
export const kinds = Object.keys(labels().kind) as Kind[];

/** Not qualifying and missing a target are not breaches, so their labels differ from those of obligations. */
const otherVerdicts = {
  eligibility: { zh: { met: "具备条件", unmet: "不具备条件" }, en: { met: "Qualifies", unmet: "Does not qualify" } },
  target: { zh: { met: "已达目标", unmet: "未达目标" }, en: { met: "Target reached", unmet: "Target not reached" } },
} as const;

export function verdictLabel({ kind, verdict }: Pick<Finding, "kind" | "verdict">, language: Language): string {
  if (kind !== "obligation" && (verdict === "met" || verdict === "unmet")) return otherVerdicts[kind][language][verdict];
  return capitalized(labels().verdict[verdict][language]);
}

export function conclusionLabel(conclusion: Conclusion, language: Language): string {
  return capitalized(labels().conclusion[conclusion][language]);
}

export function reasonLabel(reason: Reason, language: Language): string {
  return capitalized(labels().reason[reason][language]);
}

export function holderLabel(holder: Holder, language: Language): string {
  return labels().holder[holder][language];
}

/** A notice about a report, with its number or the label of a fact. */
export function noticeOf(notice: Notice, language: Language, { count, fact }: { count?: number; fact?: Text } = {}): string {
  return capitalized(labels().notice[notice][language].replace("{}", String(count)).replace("{fact}", fact?.[language] ?? ""));
}

/** 义务 · 强制; a target has no force of its own. */
export function natureLabel({ kind, force }: Pick<Finding, "kind" | "force">, language: Language): string {
  const label = capitalized(labels().kind[kind][language]);
  return kind === "target" ? label : `${label} · ${labels().force[force][language]}`;
}

export function statusLabel(status: Status, language: Language): string {
  return labels().status[status][language];
}

export function relationLabel(relation: Relation, language: Language): string {
  return labels().relation[relation][language];
}

/** The unit for an amount: 1 position, 2 positions. Without an amount, the plural. */
export function unitLabel(unit: Unit, language: Language, amount = ""): string {
  const label = labels().unit[unit][language];
  return amount === "1" && language === "en" ? label.replace(/s$/, "") : label;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
