// The issues of one field of a form.
import { issues } from "../issues.js";
import type { Issue, IssueOptions, Level } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 取得表单当前的记录。Returns the current record of the form. */
export type GetRecord<S extends SubjectName> = () => Records[S];

/** 规则适配器的选项。Options of the adapters that return rules. */
export interface RuleOptions extends IssueOptions {
  /** 另加只提示、不阻止提交的规则；只用于支持这种规则的组件库。Adds a rule that only warns. Only for libraries with such rules: in others it would block. */
  readonly warnings?: boolean | undefined;
}

/** Mistakes in the form itself, which belong to none of its fields. */
const formErrors: readonly Issue["code"][] = ["unknown_key", "not_plain"];

/**
 * 某一字段（及其下级）的问题。不属于任何字段的问题（多余的键、不是普通数据、参数有误、整条记录有误）在每个字段都列出：
 * 有这种问题时不作评价，如果都不显示，表单就会放行。
 *
 * Returns the issues of one field and of the fields inside it. An issue of no field (an unknown key,
 * a value that is not plain, bad parameters, a bad record) is returned for every field: such a
 * record is not judged, and a form that did not show the issue would accept it. A fault at a fact
 * that the form does not show is returned for no field: call `issues` before sending.
 *
 * @param pointer 字段的 JSON Pointer，例如 `/teacher_posts`。The field, as a JSON Pointer, such as `/teacher_posts`.
 */
export function fieldIssues<S extends SubjectName>(
  subject: S,
  pointer: string,
  record: Records[S],
  options?: IssueOptions,
): Issue[] {
  return issues(subject, record, options).flatMap((issue) => {
    const at = issue.pointer;
    if (at === "" || at === pointer || at.startsWith(`${pointer}/`)) return [issue];
    return formErrors.includes(issue.code) ? [{ ...issue, message: `${at}: ${issue.message}` }] : [];
  });
}

/** Returns the messages of one level at a field as one text, or undefined if there are none. */
export function messageAt<S extends SubjectName>(
  level: Level,
  subject: S,
  pointer: string,
  record: Records[S],
  options: IssueOptions | undefined,
): string | undefined {
  const found = fieldIssues(subject, pointer, record, options).filter((issue) => issue.level === level);
  if (found.length === 0) return undefined;
  // A form shows one text under a field; Chinese sentences have no space between them.
  return found.map(({ message }) => message).join(options?.language === "en" ? " " : "");
}
