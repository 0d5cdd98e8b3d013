// A subject as a Standard Schema: what blocks a form.
import { issues } from "./issues.js";
import { schema } from "./schema.js";
import type { Issue, IssueOptions, Language } from "./issues.js";
import type { Records, SubjectName } from "./generated/records.js";
import type { StandardOptions, StandardResult, StandardSchema, StandardTarget } from "./standard.js";

const drafts = { "draft-2020-12": "2020-12", "draft-07": "draft-07" } as const;

/**
 * 以 Standard Schema 表示一类对象：同步；通过时原样返回记录。
 *
 * A subject as a Standard Schema: synchronous, and its value is the record as it was given. Issues
 * are faults and unmet mandatory obligations, and what the options add.
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
    if (!Object.hasOwn(drafts, target)) throw new RangeError(`chanjiao: no JSON Schema for ${target}`);
    return schema(subject, { draft: drafts[target as keyof typeof drafts] });
  };
  return { "~standard": { version: 1, vendor: "chanjiao", validate, jsonSchema: { input: jsonSchema, output: jsonSchema } } };
}

function languageOf(wanted: unknown): Language | undefined {
  return wanted === "zh" || wanted === "en" ? wanted : undefined;
}
