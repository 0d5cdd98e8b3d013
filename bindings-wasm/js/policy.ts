// The document itself.
import { once } from "./once.js";
import { text } from "./generated/data/policy.js";
import type { Force, Text } from "./generated/answers.js";
import type { RuleId } from "./generated/records.js";

/** One statement of the policy. */
export interface Statement {
  readonly id: string;
  readonly article: number;
  readonly sentence: number;
  readonly phrase: string;
  readonly gloss: string;
  readonly subject: Text;
  readonly force: Force | null;
  readonly nature: string;
  readonly units: readonly string[];
  readonly rules: readonly RuleId[];
  readonly not_encoded: Text | null;
}

/** One row of the table of tasks. */
export interface Task {
  readonly row: number;
  readonly category: string;
  readonly articles: readonly number[];
  readonly units: readonly string[];
  readonly joint: boolean;
}

/** The document. */
export interface Policy {
  readonly document: string;
  readonly text_sha256: string;
  readonly statements: readonly Statement[];
  readonly tasks: readonly Task[];
}

/** 文件的全部条目和任务分工。Every statement and task of the policy. */
export const policy: () => Policy = /* @__PURE__ */ once(text);
