// The issues of a record in a form: which ones block it, which ones only warn, and where.
import { check } from "./check.js";
import { NotPlainError } from "./json.js";
import type { Options } from "./check.js";
import type { Answer, Code, Finding, Force, Text, Verdict } from "./generated/answers.js";
import type { Records, RuleId, SubjectName } from "./generated/records.js";

/** 信息的语言。The language of messages. */
export type Language = keyof Text;

/** 阻止提交，或者只提示。Whether an issue blocks a form or only warns. */
export type Level = "error" | "warning";

/** 哪些问题阻止提交。What blocks a form besides faults and unmet mandatory obligations. */
export interface IssueOptions extends Options {
  /** “原则上”的要求未达到且未说明理由的，也阻止提交。Unmet obligations in principle block as well, unless explained. */
  readonly inPrinciple?: boolean | undefined;
  /** 部署事项未落实的，也阻止提交。Unmet directive obligations block as well. */
  readonly directives?: boolean | undefined;
  /** 尚不能判断的义务也阻止提交，指向所缺的事实。Obligations with a missing fact block as well, at that fact. */
  readonly complete?: boolean | undefined;
  /** 信息的语言，默认中文。The language of messages, by default "zh". */
  readonly language?: Language | undefined;
}

/** 一条问题及其位置。An issue and its position. */
export interface Issue {
  /** 位置（JSON Pointer）；空串表示整条记录。The position, as a JSON Pointer; empty for the whole record. */
  readonly pointer: string;
  /** 同一位置的路径，列表序号为数字。The position as a path; an index is a number. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly level: Level;
  /** 错误代码，或规则编号。The code of a fault, or the id of a rule. */
  readonly code: Code | "not_plain" | RuleId;
  readonly rule?: RuleId;
  readonly verdict?: Verdict;
  readonly force?: Force;
}

/**
 * 一条记录的全部问题：有数据错误时，为各项错误；没有错误时，为未达到的义务。资格与目标不作为问题。
 *
 * Returns all issues of a record: its faults or, without faults, its unmet obligations. Faults and
 * mandatory obligations block. Directive and encouraged obligations warn, and so do obligations in
 * principle unless explained. Eligibility and targets are not issues.
 */
export function issues<S extends SubjectName>(subject: S, record: Records[S], options: IssueOptions = {}): Issue[] {
  const language = options.language ?? "zh";
  let answer: Answer;
  try {
    answer = check(subject, record, options);
  } catch (error) {
    if (!(error instanceof NotPlainError)) throw error;
    const message = { zh: "不是普通数据，无法读取。", en: `not a plain value: ${error.given}.` }[language];
    return [{ pointer: error.pointer, path: pathOf(error.pointer, record), message, level: "error", code: "not_plain" }];
  }
  if (answer.report === null) {
    return answer.faults.map((fault): Issue => {
      // A fault of the parameters has no position in the record: its message names the parameter.
      const [pointer, name] = fault.in === "record" ? [fault.pointer, ""] : ["", `${fault.pointer} `];
      const help = fault.help === null ? "" : (language === "zh" ? "" : " ") + fault.help[language];
      const message = name + fault.message[language] + help;
      return { pointer, path: pathOf(pointer, record), message, level: "error", code: fault.code };
    });
  }
  return answer.report.findings.flatMap((finding): Issue[] => {
    const level = levelOf(finding, options);
    if (level === undefined) return [];
    const { rule, verdict, force, message } = finding;
    const pointer = positionOf(finding, record);
    return [{ pointer, path: pathOf(pointer, record), message: message[language], level, code: rule, rule, verdict, force }];
  });
}

/** Whether a finding blocks, warns, or is not an issue. */
function levelOf({ kind, force, verdict, explained, missing }: Finding, options: IssueOptions): Level | undefined {
  if (kind !== "obligation" || explained || force === "permitted") return undefined;
  if (verdict === "undetermined") {
    if (options.complete !== true || force === "encouraged") return undefined;
    // Where the policy itself leaves it open, there is no fact to fill in.
    return missing.length > 0 ? "error" : "warning";
  }
  if (verdict !== "unmet") return undefined;
  const blocks = {
    mandatory: true,
    in_principle: options.inPrinciple === true,
    directive: options.directives === true,
    encouraged: false,
  };
  return blocks[force] ? "error" : "warning";
}

/** The fact at which a finding is shown: a missing one, else that of its first unmet bound. */
function positionOf({ verdict, bounds, facts, missing }: Finding, record: unknown): string {
  if (verdict === "undetermined") return missing[0] ?? facts.at(-1) ?? "";
  const bound = bounds.find(({ verdict }) => verdict === "unmet") ?? bounds[0];
  // A rule that is answered by yes or no has no bounds; the facts that decide whether it applies come first.
  return bound?.fact ?? facts.find((fact) => valueAt(fact, record) === false) ?? facts.at(-1) ?? "";
}

/** Converts a JSON Pointer to a path into a value; an index is a number. */
export function pathOf(pointer: string, value: unknown): (string | number)[] {
  let at = value;
  return keysOf(pointer).map((key) => {
    const isIndex = Array.isArray(at) && /^[0-9]+$/.test(key);
    at = memberOf(at, key);
    return isIndex ? Number(key) : key;
  });
}

function valueAt(pointer: string, value: unknown): unknown {
  return keysOf(pointer).reduce(memberOf, value);
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function keysOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
