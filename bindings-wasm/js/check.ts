// Record in, answer out: as text and as objects.
import { answer } from "./answer.js";
import { call, QUESTIONS, WHOLE } from "./engine.js";
import { write } from "./json.js";
import type { Answer, Questions } from "./generated/answers.js";
import type { Parameters, Records, SubjectName } from "./generated/records.js";

/** 评价的选项。Options of a check. */
export interface Options {
  /** 替代文件规定的数值，选定口径。Overrides of the policy's numbers, and readings. */
  readonly parameters?: Parameters | null | undefined;
}

/**
 * 评价一条记录：输入、输出都是 JSON 文本，各种语言的结果逐字节相同。
 *
 * Checks a record, given as JSON text. The answer is byte-for-byte identical in every language.
 */
export function checkJson(subject: string, record: string, parameters?: string): string {
  return call(WHOLE, subject, record, parameters ?? undefined);
}

/**
 * 列出还缺的事实：输入、输出都是 JSON 文本。
 *
 * Lists the missing facts of a record, given as JSON text.
 */
export function questionsJson(subject: string, record: string, parameters?: string): string {
  return call(QUESTIONS, subject, record, parameters ?? undefined);
}

/**
 * 评价一条记录：返回全部数据错误，或者每条规则的结论。
 *
 * Checks a record. Returns either every fault in it or a finding for each rule.
 *
 * @throws NotPlainError if the record contains a value that is not plain: a Date, a Map, a cycle
 */
export function check<S extends SubjectName>(subject: S, record: Records[S], options?: Options): Answer {
  return answer(subject, write(record), overrides(options));
}

/**
 * 列出还缺的事实，最能决定结论的在前。
 *
 * Lists the missing facts of a record, the most decisive first.
 *
 * @throws NotPlainError if the record contains a value that is not plain
 */
export function questions<S extends SubjectName>(subject: S, record: Records[S], options?: Options): Questions {
  return JSON.parse(questionsJson(subject, write(record), overrides(options))) as Questions;
}

function overrides(options: Options | undefined): string | undefined {
  const parameters = options?.parameters ?? undefined;
  return parameters === undefined ? undefined : write(parameters);
}
