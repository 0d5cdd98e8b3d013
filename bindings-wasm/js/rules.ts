// The catalogue of rules.
import { once } from "./once.js";
import { text } from "./generated/data/rules.js";
import type { Rules } from "./generated/catalogue.js";

export type { LawNote, NotEncoded, Relation, Rule, RuleBound, RuleParameter, Rules, RulesetVersion, Sense } from "./generated/catalogue.js";

/** 规则目录：每条规则的依据、要求、标准和相关规定。Every rule, with its clause, its requirements, its bounds and notes on other law. */
export const rules: () => Rules = /* @__PURE__ */ once(text);
