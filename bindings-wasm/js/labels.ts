// The labels of enums in both languages.
import { once } from "./once.js";
import { text } from "./generated/data/labels.js";
import type { Labels } from "./generated/catalogue.js";

export type { Labels, Nature, Status } from "./generated/catalogue.js";

/**
 * 结果、结论、性质、力度、单位和核实程度等代码的中英文名称。
 *
 * The labels of verdicts, conclusions, kinds, forces, natures, units and statuses.
 *
 * @example
 * labels().verdict.unmet.zh; // "不符合"
 */
export const labels: () => Labels = /* @__PURE__ */ once(text);
