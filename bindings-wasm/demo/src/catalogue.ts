/** The catalogues of the package, indexed for the page. */
import { checkJson, subjects } from "chanjiao";
import type { Answer, SubjectName, Text, Unit } from "chanjiao";
import { parameters } from "chanjiao/parameters";
import type { Parameter, ReadingChoice } from "chanjiao/parameters";
import { policy } from "chanjiao/policy";
import { rules } from "chanjiao/rules";
import { schema } from "chanjiao/schema";

type Choice = { readonly value: string; readonly label: Text };

/** A fact of a record, or of an item of a list. */
export interface Field {
  key: string;
  type: string;
  label: Text;
  unit: Unit | null;
  required: boolean;
  choices: readonly Choice[];
  statements: readonly string[];
  /** The authority that decides it. */
  determinedBy: Text | null;
  items: readonly Field[];
}

export interface Subject {
  name: SubjectName;
  label: Text;
  note: Text;
  fields: readonly Field[];
  /** The rules that take an explanation. */
  explainable: ReadonlySet<string>;
  /** The year or day by which a record lies in the time of the policy, or not. */
  datedBy: Field | null;
}

interface Shape {
  "x-label"?: Text;
  "x-kind"?: string;
  "x-unit"?: Unit;
  "x-choices"?: Record<string, Text>;
  "x-statements"?: string[];
  "x-determined-by"?: Text;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
}

export const allSubjects = subjects();
export const allRules = new Map(rules().rules.map((rule) => [rule.rule as string, rule] as const));
export const ruleset = rules().ruleset;
export const allParameters = parameters();
/** What a result cannot say: whether the policy is still in force. */
export const validity = policy().validity;

const glosses = new Map(policy().statements.map(({ id, gloss }) => [id, gloss]));

/** The English gloss of a statement. */
export function glossOf(statement: string): string {
  return glosses.get(statement) ?? "";
}

const known = new Map<string, Subject>();

/** A subject with its fields, derived from its JSON Schema. */
export function subjectOf(name: SubjectName): Subject {
  const cached = known.get(name);
  if (cached) return cached;
  const entry = allSubjects.find((subject) => subject.subject === name);
  if (!entry) throw new RangeError(name);
  const shape = schema(name) as Shape;
  const fields = fieldsOf(shape).filter((field) => field.key !== "explanations");
  const subject: Subject = {
    name,
    label: entry.label,
    note: entry.note,
    fields,
    explainable: new Set(Object.keys(shape.properties?.["explanations"]?.properties ?? {})),
    datedBy: fields.find((field) => places(name, field)) ?? null,
  };
  known.set(name, subject);
  return subject;
}

/** Whether a fact places a record in time, found by checking one of an early year or day. */
function places(name: SubjectName, { key, type }: Field): boolean {
  const early = { year: 1900, date: "1900-01-01" }[type];
  if (early === undefined) return false;
  const { report } = JSON.parse(checkJson(name, JSON.stringify({ [key]: early }))) as Answer;
  return report?.findings[0]?.reason === "before_policy";
}

type Entry = (typeof allSubjects)[number];

/** A part of the policy, with the subjects whose first rule belongs to it. */
export interface Part {
  /** The name of the part, as the table of tasks has it. */
  name: string;
  subjects: readonly Entry[];
}

/** The subjects by part of the policy, in the order of the policy. */
export const parts: readonly Part[] = [...new Set(policy().tasks.map(({ category }) => category))].map((name) => ({
  name,
  subjects: allSubjects.filter((entry) => partOf(entry) === name),
}));

function partOf({ subject, rules: [first] }: Entry): string {
  const article = first && allRules.get(first)?.citation.article;
  const task = policy().tasks.find(({ articles }) => article !== undefined && articles.includes(article));
  if (!task) throw new RangeError(`${subject} belongs to no part of the policy`);
  return task.category;
}

export function isSubject(name: string): name is SubjectName {
  return allSubjects.some((subject) => subject.subject === name);
}

function fieldsOf(shape: Shape): Field[] {
  return Object.entries(shape.properties ?? {}).map(([key, fact]) => ({
    key,
    type: fact["x-kind"] ?? "text",
    label: fact["x-label"] ?? { zh: key, en: key },
    unit: fact["x-unit"] ?? null,
    required: shape.required?.includes(key) ?? false,
    choices: Object.entries(fact["x-choices"] ?? {}).map(([value, label]) => ({ value, label })),
    statements: fact["x-statements"] ?? [],
    determinedBy: fact["x-determined-by"] ?? null,
    items: fact.items?.properties ? fieldsOf(fact.items) : [],
  }));
}

/** The parameters that the rules of a subject read. Those of no statement say to which time the policy is applied. */
export function parametersOf(name: SubjectName): readonly Parameter[] {
  const read = new Set(
    [...allRules.values()].filter((rule) => rule.subject === name).map((rule) => rule.statement as string),
  );
  const isDated = subjectOf(name).datedBy !== null;
  return allParameters.filter(({ statements }) => (statements.length === 0 ? isDated : statements.some((statement) => read.has(statement))));
}

/** The choice of a reading, with the reading that it belongs to. */
export function choiceOf(name: string, value: string): { reading: Parameter; choice: ReadingChoice } | undefined {
  const reading = allParameters.find((parameter) => parameter.parameter === name);
  const choice = reading?.choices?.find((one) => one.value === value);
  return reading && choice && { reading, choice };
}

/** A text with the values of the parameters that it names. A day that is not set is the first of the policy. */
export function filled(text: string, overridden: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, overridden) ?? valueOf("policy_applies_from", overridden) ?? name);
}

/** The value of a parameter: the override, else the default. */
export function valueOf(name: string, overridden: Record<string, string>): string | null {
  const given = overridden[name];
  if (given) return given;
  return allParameters.find((parameter) => parameter.parameter === name)?.default ?? null;
}

/** The field at a JSON Pointer, of the record or of an item. */
export function fieldAt(subject: Subject, pointer: string): Field | undefined {
  const [key, , inner] = pointer.split("/").slice(1);
  const field = subject.fields.find((one) => one.key === key);
  return inner === undefined ? field : (field?.items.find((one) => one.key === inner) ?? field);
}

/** The id of the control of a fact, by its JSON Pointer. */
export function controlId(pointer: string): string {
  return `fact${pointer.replaceAll("/", "-")}`;
}
