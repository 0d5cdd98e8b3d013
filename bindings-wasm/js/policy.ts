// The policy document.
import { once } from "./once.js";
import { text } from "./generated/data/policy.js";
import type { Policy } from "./generated/catalogue.js";

export type { LawNote, Nature, Policy, Relation, Statement, Task } from "./generated/catalogue.js";

/** 文件的全部条款和任务分工。Every statement and every task of the policy. */
export const policy: () => Policy = /* @__PURE__ */ once(text);
