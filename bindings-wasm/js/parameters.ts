// The numbers of the policy, and the readings.
import { once } from "./once.js";
import { text } from "./generated/data/parameters.js";
import type { Parameter } from "./generated/catalogue.js";

export type { Holder, Parameter, ParameterRange, ReadingChoice, Status } from "./generated/catalogue.js";

/**
 * 文件的全部数值和口径：默认值、来源和核实程度。
 *
 * Every number of the policy, with its default, its source and how far that was verified, and every
 * reading, with its choices in words.
 */
export const parameters: () => readonly Parameter[] = /* @__PURE__ */ once(text);
