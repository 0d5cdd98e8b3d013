// A subject as a Standard Schema, for form libraries.
import { issues } from "./issues.js";
import { schema } from "./schema.js";
import type { Issue, IssueOptions, Language } from "./issues.js";
import type { Records, SubjectName } from "./generated/records.js";
import type { StandardOptions, StandardResult, StandardSchema, StandardTarget } from "./standard.js";

const drafts = { "draft-2020-12": "2020-12", "draft-07": "draft-07" } as const;

/**
 * 以 Standard Schema 表示一类对象：同步校验，通过时原样返回记录。
 *
 * Returns a subject as a Standard Schema. Validation is synchronous and returns the record
 * unchanged. Issues are faults and unmet mandatory obligations; options add more.
 */
export function standardSchema<S extends SubjectName>(
  subject: S,
  options: IssueOptions = {},
): StandardSchema<Records[S], Issue> {
  const validate = (value: unknown, call?: StandardOptions): StandardResult<Records[S], Issue> => {
    const record = value as Records[S];
    const language = languageOf(call?.libraryOptions?.["language"]) ?? options.language;
    const found = issues(subject, record, { ...options, language }).filter(({ level }) => level === "error");
    return found.length === 0 ? { value: record } : { issues: found };
  };
  const jsonSchema = ({ target }: StandardTarget): Record<string, unknown> => {
    if (!Object.hasOwn(drafts, target)) throw new RangeError(`chanjiao: unknown target ${target}`);
    return schema(subject, { draft: drafts[target as keyof typeof drafts] });
  };
  return { "~standard": { version: 1, vendor: "chanjiao", validate, jsonSchema: { input: jsonSchema, output: jsonSchema } } };
}

function languageOf(value: unknown): Language | undefined {
  return value === "zh" || value === "en" ? value : undefined;
}
