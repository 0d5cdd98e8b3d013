// Types and data modules, folded from ../schemas.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const schemas = resolve(import.meta.dirname, "../../schemas");
const read = (path) => JSON.parse(readFileSync(join(schemas, path), "utf8"));
const note = "// Generated from ../../../schemas by `npm run build`; do not edit.\n";

const pascal = (name) => name.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const union = (words) => words.map((word) => (word === null ? "null" : JSON.stringify(word))).join(" | ");
const key = (name) => (/^[a-z_]+$/.test(name) ? name : JSON.stringify(name));

function doc(lines, indent = "") {
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

const scalars = {
  text: "string",
  flag: "boolean",
  count: "Count",
  money: "Money",
  share: "Share",
  year: "number",
  date: "Day",
  dates: "readonly Day[]",
};

function described(field) {
  const { zh, en } = field["x-label"] ?? { zh: field.title, en: field.description };
  const unit = field["x-unit"] === undefined ? "" : ` (${field["x-unit"]})`;
  const lines = [`${zh}${unit}: ${en}`];
  const choices = Object.entries(field["x-choices"] ?? {});
  if (choices.length > 0) lines.push("", ...choices.map(([word, label]) => `- \`${word}\` ${label.zh}: ${label.en}`));
  const statements = field["x-statements"] ?? [];
  if (statements.length > 0) lines.push("", `Statements: ${statements.join(", ")}`);
  return lines;
}

function typeOf(field) {
  if (field.properties !== undefined) return `{\n${members(field, "    ")}  }`;
  switch (field["x-kind"]) {
    case "choice":
      return union(field.enum.filter((word) => word !== null));
    case "periods":
      return `readonly {\n${members(field.items, "    ")}  }[]`;
    case undefined:
      return "string";
    default: {
      const type = scalars[field["x-kind"]];
      if (type === undefined) throw new Error(`no type for ${field["x-kind"]}`);
      return type;
    }
  }
}

function members(schema, indent) {
  const required = schema.required ?? [];
  const member = ([name, field]) => {
    const type = typeOf(field);
    const written = required.includes(name) ? `${key(name)}: ${type}` : `${key(name)}?: Maybe<${type}>`;
    return doc(described(field), indent) + `${indent}${written};\n`;
  };
  return Object.entries(schema.properties).map(member).join("");
}

const shared = `/** Not known: absent, null or undefined. */
export type Maybe<T> = T | null | undefined;

/** A whole number from 0. */
export type Count = number | bigint;

/** Yuan, at most two decimals; text is exact, a number is read as its shortest decimal. */
export type Money = string | number | bigint;

/** Per cent, at most four decimals. */
export type Share = string | number | bigint;

/** A day, \`YYYY-MM-DD\`. */
export type Day = string;
`;

function recordTypes() {
  const subjects = read("subjects.json");
  const parts = [note, shared];
  for (const { subject, label, note: scope } of subjects) {
    const schema = read(`2020-12/${subject}.json`);
    const about = doc([`${label.zh}: ${label.en}`, "", `${scope.zh}: ${scope.en}`]);
    parts.push(`${about}export interface ${pascal(subject)} {\n${members(schema, "  ")}}\n`);
  }
  const entries = subjects.map(({ subject }) => `  ${subject}: ${pascal(subject)};\n`).join("");
  parts.push(`/** The record of each subject. */\nexport interface Records {\n${entries}}\n`);
  parts.push("/** A subject. */\nexport type SubjectName = keyof Records;\n");
  const overrides = members(read("2020-12/parameters.json"), "  ");
  parts.push(`/** Overrides of the policy's numbers. */\nexport interface Parameters {\n${overrides}}\n`);
  parts.push("/** A number of the policy. */\nexport type ParameterName = keyof Parameters;\n");
  const ids = read("rules.json").rules.map(({ rule }) => `  | ${JSON.stringify(rule)}\n`).join("");
  parts.push(`/** The id of a rule. */\nexport type RuleId =\n${ids.trimEnd()};\n`);
  return parts.join("\n");
}

// What the schemas of answers call text, and the types know better.
const known = { rule: "RuleId", rules: "RuleId[]", subject: "SubjectName", overridden: "ParameterName[]" };

function answerType(schema) {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1);
  if (schema.anyOf !== undefined) return schema.anyOf.map(answerType).join(" | ");
  if (schema.enum !== undefined) return union(schema.enum);
  const one = (type) => {
    if (type === "array") return `${answerType(schema.items)}[]`;
    return type === "integer" ? "number" : type;
  };
  return [schema.type].flat().map(one).join(" | ");
}

function answerTypes() {
  const roots = ["answer", "questions"].map((name) => read(`2020-12/${name}.json`));
  const definitions = new Map(roots.flatMap((root) => [...Object.entries(root.$defs), [root.title, root]]));
  const parts = [note, 'import type { ParameterName, RuleId, SubjectName } from "./records.js";\n'];
  for (const [name, schema] of definitions) {
    const about = schema.description === undefined ? "" : doc([schema.description]);
    if (schema.properties === undefined) {
      parts.push(`${about}export type ${name} = ${answerType(schema)};\n`);
      continue;
    }
    const written = Object.entries(schema.properties).map(([name, member]) => {
      const lines = member.description === undefined ? "" : doc([member.description], "  ");
      const optional = schema.required.includes(name) ? "" : "?";
      return `${lines}  ${name}${optional}: ${known[name] ?? answerType(member)};\n`;
    });
    parts.push(`${about}export interface ${name} {\n${written.join("")}}\n`);
  }
  return parts.join("\n");
}

/** A module whose only export is the JSON text of `value`: the smallest form, and the fastest to load. */
function dataModule(value) {
  const text = JSON.stringify(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `${note}export const text: string = '${text}';\n`;
}

function dataModules() {
  const names = readdirSync(join(schemas, "2020-12")).sort().map((file) => file.replace(".json", ""));
  const folder = (draft, chosen) => Object.fromEntries(chosen.map((name) => [name, read(`${draft}/${name}.json`)]));
  // The two drafts differ beyond their name only where there are references.
  const differ = names.filter((name) => "$defs" in read(`2020-12/${name}.json`));
  return {
    rules: read("rules.json"),
    policy: read("policy.json"),
    subjects: read("subjects.json"),
    parameters: read("parameters.json"),
    schemas: folder("2020-12", names.filter((name) => !differ.includes(name))),
    answers: { "2020-12": folder("2020-12", differ), "draft-07": folder("draft-07", differ) },
    keywords: read("keywords.json"),
  };
}

/** Every generated file, by its path under js/generated. */
export function generated() {
  const data = Object.entries(dataModules()).map(([name, value]) => [`data/${name}.ts`, dataModule(value)]);
  return { "records.ts": recordTypes(), "answers.ts": answerTypes(), ...Object.fromEntries(data) };
}

/** Writes them. */
export function generate(folder) {
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const [path, text] of Object.entries(generated())) writeFileSync(join(folder, path), text);
}
