// Generates js/generated from ../schemas: types, and the catalogues as modules.
import { isDeepStrictEqual } from "node:util";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const schemas = resolve(import.meta.dirname, "../../schemas");
const read = (path) => JSON.parse(readFileSync(join(schemas, path), "utf8"));
const note = "// Generated from ../../../schemas by `npm run build`; do not edit.\n";

const pascal = (name) => name.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const union = (values) => values.map((value) => (value === null ? "null" : JSON.stringify(value))).join(" | ");
const key = (name) => (/^[a-z0-9_]+$/.test(name) ? name : JSON.stringify(name));

function doc(lines, indent = "") {
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("")}${indent} */\n`;
}

// The types of records and parameters.

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

function description(field) {
  const { zh, en } = field["x-label"] ?? { zh: field.title, en: field.description };
  const unit = field["x-unit"] === undefined ? "" : ` (${field["x-unit"]})`;
  const lines = [`${zh}${unit}: ${en}`];
  const authority = field["x-determined-by"];
  if (authority !== undefined) lines.push("", `${authority.zh}: ${authority.en}`);
  const choices = Object.entries(field["x-choices"] ?? {});
  if (choices.length > 0) lines.push("", ...choices.map(([value, label]) => `- \`${value}\` ${label.zh}: ${label.en}`));
  const statements = field["x-statements"] ?? [];
  if (statements.length > 0) lines.push("", `Statements: ${statements.join(", ")}`);
  return lines;
}

function fieldType(field) {
  if (field.properties !== undefined) return `{\n${members(field, "    ")}  }`;
  switch (field["x-kind"]) {
    case "choice":
      return union(field.enum.filter((value) => value !== null));
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
    const type = fieldType(field);
    const declaration = required.includes(name) ? `${key(name)}: ${type}` : `${key(name)}?: Maybe<${type}>`;
    return doc(description(field), indent) + `${indent}${declaration};\n`;
  };
  return Object.entries(schema.properties).map(member).join("");
}

const scalarTypes = `/** A value that may be unknown: absent, null or undefined. */
export type Maybe<T> = T | null | undefined;

/** A whole number from 0. */
export type Count = number | bigint;

/** Yuan, at most two decimals. Text is exact; a number is read as its shortest decimal. */
export type Money = string | number | bigint;

/** Per cent, at most four decimals. */
export type Share = string | number | bigint;

/** A day, \`YYYY-MM-DD\`. */
export type Day = string;
`;

function recordTypes() {
  const subjects = read("subjects.json");
  const parts = [note, scalarTypes];
  for (const { subject, label, note: scope } of subjects) {
    const schema = read(`2020-12/${subject}.json`);
    const about = doc([`${label.zh}: ${label.en}`, "", `${scope.zh}: ${scope.en}`]);
    parts.push(`${about}export interface ${pascal(subject)} {\n${members(schema, "  ")}}\n`);
  }
  const entries = subjects.map(({ subject }) => `  ${subject}: ${pascal(subject)};\n`).join("");
  parts.push(`/** The record of each subject. */\nexport interface Records {\n${entries}}\n`);
  parts.push("/** A subject. */\nexport type SubjectName = keyof Records;\n");
  const overrides = members(read("2020-12/parameters.json"), "  ");
  parts.push(`/** Overrides of the policy's numbers, and readings. */\nexport interface Parameters {\n${overrides}}\n`);
  parts.push("/** A number of the policy, or a reading. */\nexport type ParameterName = keyof Parameters;\n");
  const ids = read("rules.json").rules.map(({ rule }) => `  | ${JSON.stringify(rule)}\n`).join("");
  parts.push(`/** The id of a rule. */\nexport type RuleId =\n${ids.trimEnd()};\n`);
  return parts.join("\n");
}

// The types of answers and catalogues.

/** Properties whose type is looser in the schemas than in records.ts. */
const names = {
  rule: "RuleId",
  rules: "RuleId",
  subject: "SubjectName",
  parameter: "ParameterName",
  overridden: "Parameters",
};

/** The type of a value; arrays are `readonly` where `list` says so. */
function valueType(schema, list) {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1);
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => valueType(one, list)).join(" | ");
  if (schema.enum !== undefined) return union(schema.enum);
  if (schema.propertyNames !== undefined) {
    return `Readonly<Record<${valueType(schema.propertyNames, list)}, ${valueType(schema.additionalProperties, list)}>>`;
  }
  const one = (type) => {
    if (type === "array") return `${list}${valueType(schema.items, list)}[]`;
    return type === "integer" ? "number" : type;
  };
  return [schema.type].flat().map(one).join(" | ");
}

/** Declares a type for each definition; its properties are `readonly` where `modifier` says so. */
function declarations(definitions, modifier = "") {
  return definitions.map(([name, schema]) => {
    const about = schema.description === undefined ? "" : doc(schema.description.split("\n"));
    if (schema.properties === undefined) return `${about}export type ${name} = ${valueType(schema, modifier)};\n`;
    const properties = Object.entries(schema.properties).map(([name, member]) => {
      const lines = member.description === undefined ? "" : doc(member.description.split("\n"), "  ");
      const optional = schema.required.includes(name) ? "" : "?";
      const type = valueType(member, modifier).replace(/\b(string|object)\b/, (type) => names[name] ?? type);
      return `${lines}  ${modifier}${key(name)}${optional}: ${type};\n`;
    });
    return `${about}export interface ${name} {\n${properties.join("")}}\n`;
  });
}

/** The types among `candidates` that a module uses, imported from `path`. */
function imported(candidates, path, module) {
  const used = candidates.filter((name) => new RegExp(`\\b${name}\\b`).test(module)).sort();
  return `import type { ${used.join(", ")} } from "./${path}.js";\n`;
}

const recordNames = [...new Set(Object.values(names))];

function answerDefinitions() {
  const roots = ["answer", "questions"].map((name) => read(`2020-12/${name}.json`));
  return new Map(roots.flatMap((root) => [...Object.entries(root.$defs), [root.title, root]]));
}

function answerTypes() {
  const types = declarations([...answerDefinitions()]).join("\n");
  return [note, imported(recordNames, "records", types), types].join("\n");
}

function catalogueTypes() {
  const answers = answerDefinitions();
  const own = Object.entries(read("2020-12/catalogue.json").$defs).filter(([name, schema]) => {
    if (!answers.has(name)) return true;
    if (!isDeepStrictEqual(schema, answers.get(name))) throw new Error(`${name} differs between answers and catalogues`);
    return false;
  });
  const types = declarations(own, "readonly ").join("\n");
  const imports = imported([...answers.keys()], "answers", types) + imported(recordNames, "records", types);
  return [note, imports, types].join("\n");
}

/** The verdicts and the reasons, each in the order of their codes in brief answers. */
function codes() {
  const { verdict, reason } = read("labels.json");
  const line = (name, labels) => `export const ${name} = ${JSON.stringify(Object.keys(labels)).replaceAll(",", ", ")} as const;\n`;
  return [note, line("verdicts", verdict) + line("reasons", reason)].join("\n");
}

// The data.

/** A module whose only export is the JSON text of `value`: smaller and faster to load than an object literal. */
function dataModule(value) {
  const text = JSON.stringify(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `${note}export const text: string = '${text}';\n`;
}

function dataModules() {
  // The schema of the catalogues is published as a file only.
  const files = readdirSync(join(schemas, "2020-12")).sort().filter((file) => file !== "catalogue.json");
  const names = files.map((file) => file.replace(".json", ""));
  const folder = (draft, chosen) => Object.fromEntries(chosen.map((name) => [name, read(`${draft}/${name}.json`)]));
  // Schemas without references are the same in both drafts but for `$schema`.
  const differ = names.filter((name) => "$defs" in read(`2020-12/${name}.json`));
  return {
    rules: read("rules.json"),
    policy: read("policy.json"),
    subjects: read("subjects.json"),
    parameters: read("parameters.json"),
    labels: read("labels.json"),
    schemas: folder("2020-12", names.filter((name) => !differ.includes(name))),
    answers: { "2020-12": folder("2020-12", differ), "draft-07": folder("draft-07", differ) },
    keywords: read("keywords.json"),
  };
}

/** Returns every generated file, by its path under js/generated. */
export function generated() {
  const data = Object.entries(dataModules()).map(([name, value]) => [`data/${name}.ts`, dataModule(value)]);
  return {
    "records.ts": recordTypes(),
    "answers.ts": answerTypes(),
    "catalogue.ts": catalogueTypes(),
    "codes.ts": codes(),
    ...Object.fromEntries(data),
  };
}

/** Writes every generated file. */
export function generate(folder) {
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const [path, text] of Object.entries(generated())) writeFileSync(join(folder, path), text);
}

// `npm run generate`: without the module, so nothing has to be installed.
if (process.argv[1] === import.meta.filename) generate(join(import.meta.dirname, "../js/generated"));
