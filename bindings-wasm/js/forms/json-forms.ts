// JSON Forms.
import { issues } from "../issues.js";
import type { Level } from "../issues.js";
import type { RuleOptions } from "./field.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 形如 Ajv 的 ErrorObject。In the shape of Ajv's ErrorObject. */
export interface AdditionalError {
  instancePath: string;
  message: string;
  keyword: string;
  params: { code: string; level: Level };
  schemaPath: string;
}

/**
 * JSON Forms 的 `additionalErrors`，配合 `validationMode="NoValidation"` 和 `jsonFormsSchema(subject)` 使用。
 * JSON Forms 自身不阻止提交：有 `params.level` 为 "error" 的一条就不应提交。
 *
 * The `additionalErrors` of JSON Forms, to be used with `validationMode="NoValidation"` and
 * `jsonFormsSchema(subject)`. JSON Forms blocks nothing by itself: do not send while `params.level` of
 * one is "error". With `warnings: true` what only warns is among them.
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
      // Not the code: to JSON Forms, keywords such as `required` mean another place.
      keyword: "chanjiao",
      params: { code, level },
      schemaPath: "",
    }));
}
