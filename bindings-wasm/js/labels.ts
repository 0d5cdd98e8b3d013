// The labels of enums in both languages.
import { once } from "./once.js";
import { text } from "./generated/data/labels.js";
import type { Labels } from "./generated/catalogue.js";

export type { Holder, Labels, Nature, Notice, Relation, Status } from "./generated/catalogue.js";

/**
 * 结果、结论、理由、性质、力度、单位、核实程度和相关规定的关系等代码的中英文名称。
 *
 * The labels of verdicts, conclusions, reasons, kinds, forces, natures, units, statuses and relations.
 *
 * @example
 * labels().verdict.unmet.zh; // "不符合"
 */
export const labels: () => Labels = /* @__PURE__ */ once(text);
