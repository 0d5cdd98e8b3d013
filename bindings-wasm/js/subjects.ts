// The subjects of the policy and their facts.
import { once } from "./once.js";
import { text } from "./generated/data/subjects.js";
import type { Subject } from "./generated/catalogue.js";

export type { Fact, Subject, SubjectChoice } from "./generated/catalogue.js";

/** 全部评价对象及其事实和规则。Every subject, with its facts and rules. */
export const subjects: () => readonly Subject[] = /* @__PURE__ */ once(text);
