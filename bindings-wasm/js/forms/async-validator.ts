// Element Plus, Naive UI and other libraries based on async-validator.
import { messageAt } from "./field.js";
import type { GetRecord, RuleOptions } from "./field.js";
import type { SubjectName } from "../generated/records.js";

/** async-validator 的一条规则。A rule of async-validator. */
export interface FieldRule {
  trigger: string[];
  /** 只提示（Naive UI）。Only warns (Naive UI). */
  level?: "warning";
  validator: () => true | Error;
}

/**
 * 一个字段的规则，用于 Element Plus、Naive UI 等基于 async-validator 的表单；同步。
 * Naive UI 可加 `warnings: true`，未达到的原则性要求只提示。Element Plus 没有提示级别，请用 `fieldIssues` 自行显示。
 *
 * Returns the rules of one field, for forms based on async-validator, such as Element Plus and
 * Naive UI; synchronous. In Naive UI, `warnings: true` adds a rule of level "warning". Element Plus
 * has no such level: show the warnings of `fieldIssues` next to the field.
 *
 * @example
 * const rules = { teacher_posts: fieldRules("enterprise", "/teacher_posts", () => model) };
 */
export function fieldRules<S extends SubjectName>(
  subject: S,
  pointer: string,
  getRecord: GetRecord<S>,
  options?: RuleOptions,
): FieldRule[] {
  const ruleOf = (level: "error" | "warning"): FieldRule => ({
    trigger: ["input", "change", "blur"],
    ...(level === "warning" && { level }),
    validator: () => {
      const message = messageAt(level, subject, pointer, getRecord(), options);
      return message === undefined || new Error(message);
    },
  });
  return options?.warnings === true ? [ruleOf("error"), ruleOf("warning")] : [ruleOf("error")];
}
