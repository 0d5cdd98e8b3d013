// The catalogue of rules.
import { once } from "./once.js";
import { text } from "./generated/data/rules.js";
import type { Rules } from "./generated/catalogue.js";

export type { NotEncoded, Rule, RuleBound, RuleParameter, Rules, RulesetVersion, Sense } from "./generated/catalogue.js";

/** 规则目录：每条规则的依据、要求和标准。Every rule, with its clause, its requirements and its bounds. */
export const rules: () => Rules = /* @__PURE__ */ once(text);
