// What is to be said at one field of a form.
import { issues } from "../issues.js";
import type { Issue, IssueOptions, Level } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 表单当前的记录。The record as the form has it now. */
export type GetRecord<S extends SubjectName> = () => Records[S];

/** 规则适配器的选项。What the adapters that make rules may be told. */
export interface RuleOptions extends IssueOptions {
  /** 另加只提示、不阻止提交的规则；只用于认识这种规则的组件库。Adds a rule that only warns; for a library that knows such rules, else it would block. */
  readonly warnings?: boolean | undefined;
}

/** Whoever builds the form is to blame for these, and they stand at no field of it. */
const ofTheForm: readonly Issue["code"][] = ["unknown_key", "not_plain"];

/**
 * 某一字段（及其下级）的问题。不属于任何字段的问题（多余的键、不是普通数据、参数有误、整条记录有误）在每个字段都出现：
 * 有这种问题时不作评价，若都不显示，表单就会放行。
 *
 * The issues of one field and of what lies below it. An issue of no field (an unknown key, a value
 * that is no plain data, bad parameters, a bad record) is one of every field: while it stands
 * nothing is judged, and a form that did not show it would let everything pass. What is wrong with a
 * fact that the form does not show is said at no field: ask `issues` before sending.
 *
 * @param pointer 字段的 JSON Pointer，例如 `/teacher_posts`。The field, as a JSON Pointer.
 */
export function fieldIssues<S extends SubjectName>(
  subject: S,
  pointer: string,
  record: Records[S],
  options?: IssueOptions,
): Issue[] {
  return issues(subject, record, options).flatMap((issue) => {
    const place = issue.pointer;
    if (place === "" || place === pointer || place.startsWith(`${pointer}/`)) return [issue];
    return ofTheForm.includes(issue.code) ? [{ ...issue, message: `${place}: ${issue.message}` }] : [];
  });
}

/** The messages of one level at a field, as one text; undefined where there is nothing to say. */
export function said<S extends SubjectName>(
  level: Level,
  subject: S,
  pointer: string,
  record: Records[S],
  options: IssueOptions | undefined,
): string | undefined {
  const found = fieldIssues(subject, pointer, record, options).filter((issue) => issue.level === level);
  if (found.length === 0) return undefined;
  // A form shows one text under a field, and Chinese sentences need no space between them.
  return found.map(({ message }) => message).join(options?.language === "en" ? " " : "");
}
