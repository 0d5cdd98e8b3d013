// JSON Forms.
import { issues } from "../issues.js";
import type { Level } from "../issues.js";
import type { RuleOptions } from "./field.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 与 Ajv 的 ErrorObject 结构相同。Has the shape of an ErrorObject of Ajv. */
export interface AdditionalError {
  instancePath: string;
  message: string;
  keyword: string;
  params: { code: string; level: Level };
  schemaPath: string;
}

/**
 * JSON Forms 的 `additionalErrors`，配合 `validationMode="NoValidation"` 和 `jsonFormsSchema(subject)` 使用。
 * JSON Forms 自身不阻止提交：只要有一条的 `params.level` 为 "error"，就不应提交。
 *
 * Returns the `additionalErrors` of JSON Forms, for use with `validationMode="NoValidation"` and
 * `jsonFormsSchema(subject)`. JSON Forms does not block by itself: do not send while one has the
 * `params.level` "error". `warnings: true` adds the issues that only warn.
 */
export function additionalErrors<S extends SubjectName>(
  subject: S,
  record: Records[S],
  options?: RuleOptions,
): AdditionalError[] {
  return issues(subject, record, options)
    .filter(({ level }) => level === "error" || options?.warnings === true)
    .map(({ pointer, message, code, level }) => ({
      instancePath: pointer,
      message,
      // Not the code: JSON Forms looks for keywords such as `required` at another position.
      keyword: "chanjiao",
      params: { code, level },
      schemaPath: "",
    }));
}
