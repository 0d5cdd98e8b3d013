// JSON Schemas of records, parameters and answers.
import { once } from "./once.js";
import { text as answersText } from "./generated/data/answers.js";
import { text as keywordsText } from "./generated/data/keywords.js";
import { text as schemasText } from "./generated/data/schemas.js";
import type { SubjectName } from "./generated/records.js";

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/** A draft of JSON Schema. */
export type Draft = "2020-12" | "draft-07";

/** A subject, or another name of a schema. */
export type SchemaName = SubjectName | "parameters" | "answer" | "questions";

type ByName = Readonly<Record<string, JsonSchema>>;

const records = /* @__PURE__ */ once<ByName>(schemasText);
const answers = /* @__PURE__ */ once<Readonly<Record<Draft, ByName>>>(answersText);

/** The keywords in these schemas that JSON Schema does not define, for Ajv's `addKeyword`. */
export const keywords: () => readonly string[] = /* @__PURE__ */ once(keywordsText);

/**
 * 记录、参数或结果的 JSON Schema。
 *
 * Returns the schema of a subject's records, of parameters, or of answers.
 *
 * @throws RangeError if the name or the draft is unknown
 */
export function schema(name: SchemaName, options: { readonly draft?: Draft } = {}): JsonSchema {
  const draft = options.draft ?? "2020-12";
  if (!Object.hasOwn(answers(), draft)) throw new RangeError(`chanjiao: unknown draft ${String(draft)}`);
  const byName = Object.hasOwn(records(), name) ? records() : answers()[draft];
  const found = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (found === undefined) throw new RangeError(`chanjiao: unknown schema ${String(name)}`);
  return draft === "draft-07" ? { ...found, $schema: "http://json-schema.org/draft-07/schema#" } : { ...found };
}
