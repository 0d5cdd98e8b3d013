// Arco Design of Vue and of React, whose validators take a value and a callback.
import { said } from "./field.js";
import type { GetRecord, RuleOptions } from "./field.js";
import type { SubjectName } from "../generated/records.js";

/** Arco Design 表单的一条规则。A rule of Arco Design's Form. */
export interface ArcoRule {
  /** 只提示（React）。Only warns (React). */
  validateLevel?: "warning";
  validator: (value: unknown, callback: (error?: string) => void) => void;
}

/**
 * 一个字段的规则，用于 Arco Design；React 版可加 `warnings: true`，未达到的原则性要求便只提示。
 *
 * The rules of one field, for Arco Design. In its React edition `warnings: true` adds a rule of
 * validateLevel "warning"; its Vue edition knows none: show the warnings of `fieldIssues` there.
 */
export function arcoRules<S extends SubjectName>(
  subject: S,
  pointer: string,
  getRecord: GetRecord<S>,
  options?: RuleOptions,
): ArcoRule[] {
  const ruleOf = (level: "error" | "warning"): ArcoRule => ({
    ...(level === "warning" && { validateLevel: level }),
    validator: (_value, callback) => callback(said(level, subject, pointer, getRecord(), options)),
  });
  return options?.warnings === true ? [ruleOf("error"), ruleOf("warning")] : [ruleOf("error")];
}
