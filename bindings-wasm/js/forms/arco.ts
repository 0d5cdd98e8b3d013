// Arco Design for Vue and for React, whose validators take a value and a callback.
import { messageAt } from "./field.js";
import type { GetRecord, RuleOptions } from "./field.js";
import type { SubjectName } from "../generated/records.js";

/** Arco Design 表单的一条规则。A rule of an Arco Design form. */
export interface ArcoRule {
  /** 只提示（React）。Only warns (React). */
  validateLevel?: "warning";
  validator: (value: unknown, callback: (error?: string) => void) => void;
}

/**
 * 一个字段的规则，用于 Arco Design；React 版可加 `warnings: true`，未达到的原则性要求只提示。
 *
 * Returns the rules of one field, for Arco Design. For React, `warnings: true` adds a rule of
 * validateLevel "warning". Arco Design for Vue has no such rules: show the warnings of `fieldIssues`.
 */
export function arcoRules<S extends SubjectName>(
  subject: S,
  pointer: string,
  getRecord: GetRecord<S>,
  options?: RuleOptions,
): ArcoRule[] {
  const ruleOf = (level: "error" | "warning"): ArcoRule => ({
    ...(level === "warning" && { validateLevel: level }),
    validator: (_value, callback) => callback(messageAt(level, subject, pointer, getRecord(), options)),
  });
  return options?.warnings === true ? [ruleOf("error"), ruleOf("warning")] : [ruleOf("error")];
}
