// react-jsonschema-form.
import { issues } from "../issues.js";
import type { Issue, IssueOptions } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** rjsf 的 ErrorSchema。An ErrorSchema of rjsf. */
export type RjsfErrors = { __errors?: string[] } & { [key: string]: RjsfErrors };

/** rjsf 的 ValidatorType。A ValidatorType of rjsf. */
export interface RjsfValidator {
  validateFormData(
    formData: unknown,
    schema: unknown,
    customValidate?: (formData: any, errors: any, uiSchema?: any, errorSchema?: any) => any,
    transformErrors?: (errors: any[], uiSchema?: any) => RjsfError[],
    uiSchema?: unknown,
  ): { errors: RjsfError[]; errorSchema: RjsfErrors };
  isValid(): boolean;
  rawValidation(): { errors: never[] };
}

interface RjsfError {
  name: string;
  property: string;
  message: string;
  stack: string;
  /** The path, because keys may contain a dot. */
  path: Issue["path"];
}

/** A message and its position. */
type Message = Pick<Issue, "path" | "message"> & { code: string };

/**
 * rjsf 的校验器，配合 `rjsfSchema(subject)` 使用；不需要 Ajv，因此也不需要 CSP 的 unsafe-eval。
 *
 * Returns a validator for rjsf, for use with `rjsfSchema(subject)`. It replaces Ajv: each issue has
 * one message in one language, and the page does not need unsafe-eval.
 *
 * @example
 * <Form schema={rjsfSchema("enterprise")} validator={rjsfValidator("enterprise")} />
 */
export function rjsfValidator<S extends SubjectName>(subject: S, options?: IssueOptions): RjsfValidator {
  return {
    validateFormData(formData, _schema, customValidate, transformErrors, uiSchema) {
      const found: Message[] = issues(subject, (formData ?? {}) as Records[S], options).filter(({ level }) => level === "error");
      if (customValidate) {
        const handler = customValidate(formData, handlerOf(formData), uiSchema, treeOf(found));
        found.push(...addedErrors(handler, []));
      }
      const errors: RjsfError[] = found.map(({ path, message, code }) => ({
        name: code,
        property: path.map((key) => `.${key}`).join(""),
        message,
        stack: message,
        path,
      }));
      const kept = transformErrors ? transformErrors(errors, uiSchema) : errors;
      return { errors: kept, errorSchema: treeOf(kept) };
    },
    // rjsf asks this to choose a branch of a conditional schema; these have no conditions.
    isValid: () => true,
    rawValidation: () => ({ errors: [] }),
  };
}

/**
 * 只提示的问题，用于 rjsf 的 `extraErrors`；rjsf 会显示它们而不阻止提交。
 *
 * Returns the issues that only warn, for `extraErrors` of rjsf, which are shown and do not block.
 */
export function rjsfWarnings<S extends SubjectName>(
  subject: S,
  record: Records[S] | undefined,
  options?: IssueOptions,
): RjsfErrors {
  return treeOf(issues(subject, record ?? ({} as Records[S]), options).filter(({ level }) => level === "warning"));
}

function treeOf(found: readonly Pick<Issue, "path" | "message">[]): RjsfErrors {
  const root = node();
  for (const { path, message } of found) {
    let at = root;
    for (const key of path) at = at[key] ??= node();
    (at.__errors ??= []).push(message);
  }
  return root;
}

/** A node without a prototype, because a record may have a key `constructor` or `__proto__`. */
function node(): RjsfErrors {
  return Object.create(null) as RjsfErrors;
}

/** The tree to which a custom validation of rjsf adds its errors. */
interface Handler {
  __errors: string[];
  addError: (message: string) => void;
  [key: string]: unknown;
}

function handlerOf(value: unknown): Handler {
  const errors: string[] = [];
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const handler = Object.create(null) as Handler;
  for (const [key, member] of members) handler[key] = handlerOf(member);
  return Object.assign(handler, { __errors: errors, addError: (message: string) => void errors.push(message) });
}

function addedErrors({ __errors, addError: _, ...members }: Handler, path: readonly string[]): Message[] {
  const own = __errors.map((message) => ({ path, message, code: "custom" }));
  return [...own, ...Object.entries(members).flatMap(([key, member]) => addedErrors(member as Handler, [...path, key]))];
}
