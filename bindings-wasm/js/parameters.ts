// The numbers of the policy.
import { once } from "./once.js";
import { text } from "./generated/data/parameters.js";
import type { Text } from "./generated/answers.js";
import type { ParameterName } from "./generated/records.js";

/** How far a number was verified. */
export type Status = "policy" | "secondary" | "library" | "verified";

/** One number of the policy, which a check may override. */
export interface Parameter {
  readonly parameter: ParameterName;
  readonly label: Text;
  readonly type: "money" | "count" | "share" | "date";
  readonly unit: string | null;
  readonly range: { readonly least: string; readonly most: string };
  /** Null where the policy leaves it open. */
  readonly default: string | null;
  readonly statements: readonly string[];
  readonly source: Text;
  readonly status: Status;
}

/**
 * 文件的全部数值：默认值、来源和核实程度。
 *
 * Every number of the policy, with its default, its source and how far that was verified.
 */
export const parameters: () => readonly Parameter[] = /* @__PURE__ */ once(text);
