// The exports of every entry.
export { check, checkJson, questions, questionsJson } from "./check.js";
export { standardSchema } from "./standard-schema.js";
export { subjects } from "./subjects.js";
export { NotPlainError } from "./json.js";
export type { Options } from "./check.js";
export type { Issue, IssueOptions, Language, Level } from "./issues.js";
export type { StandardIssue, StandardOptions, StandardResult, StandardSchema, StandardTarget } from "./standard.js";
export type { Fact, Subject, SubjectChoice } from "./subjects.js";
export type * from "./generated/answers.js";
export type * from "./generated/records.js";
