// The schema of a subject for libraries that generate a form from a schema.
import { schema } from "../schema.js";
import type { Language } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 用于生成表单的 JSON Schema。A JSON Schema from which a form is generated. */
export interface FormSchema {
  title?: string;
  description?: string;
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  oneOf?: FormSchema[];
  properties?: Record<string, FormSchema>;
  items?: FormSchema;
  const?: string;
  enum?: string[];
}

/** 生成表单的选项。Options of a generated form. */
export interface FormSchemaOptions<S extends SubjectName> {
  /** 只取这些事实，按此顺序。Only these facts, in this order. */
  readonly facts?: readonly (keyof Records[S] & string)[] | undefined;
  /** 标题与选项的语言，默认中文。The language of titles and choices, by default "zh". */
  readonly language?: Language | undefined;
}

/**
 * 供 JSON Forms 生成表单的模式：未知的事实留空，因此没有 null；金额为文本，保证精确；选项带名称。
 * 由有关部门认定的事实，说明写在 `description`。它只描述记录的一种写法；检查数据请用 `schema(subject)`。
 *
 * Returns the schema from which JSON Forms generates a form. An unknown fact is left out, so there is
 * no null; money is text, to be exact; choices have their labels. The `description` of a fact that an
 * authority decides says so. It describes one way to write a record: to validate data use
 * `schema(subject)`.
 */
export function jsonFormsSchema<S extends SubjectName>(subject: S, options: FormSchemaOptions<S> = {}): FormSchema {
  return formSchema(subject, options, (value, title) => ({ const: value, title }));
}

/**
 * 供 rjsf 生成表单的模式，同 `jsonFormsSchema`；选项写作单值的 enum，因为 rjsf 会把第一个 const 当作默认值填入。
 *
 * Returns the schema from which rjsf generates a form. Unlike `jsonFormsSchema` it writes a choice as
 * an enum of one value: rjsf fills in the first `const` as a default.
 */
export function rjsfSchema<S extends SubjectName>(subject: S, options: FormSchemaOptions<S> = {}): FormSchema {
  return formSchema(subject, options, (value, title) => ({ enum: [value], title }));
}

type Choice = (value: string, title: string) => FormSchema;

/** A node of the schema of a subject. */
interface Node {
  title?: string;
  description?: string;
  type?: string | string[];
  anyOf?: Node[];
  enum?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  "x-label"?: Record<Language, string>;
  "x-choices"?: Record<string, Record<Language, string>>;
  "x-determined-by"?: Record<Language, string>;
  [keyword: string]: unknown;
}

function formSchema<S extends SubjectName>(subject: S, { facts, language = "zh" }: FormSchemaOptions<S>, choice: Choice): FormSchema {
  const whole = converted(schema(subject, { draft: "draft-07" }) as Node, language, choice);
  if (facts === undefined) return whole;
  const chosen = facts.flatMap((key) => {
    const property = whole.properties?.[key];
    return property ? [[key, property] as const] : [];
  });
  return { ...whole, properties: Object.fromEntries(chosen) };
}

function converted(node: Node, language: Language, choice: Choice): FormSchema {
  const { title, description, type, anyOf, enum: _values, properties, items, ...rest } = node;
  const { "x-label": label, "x-choices": choices, "x-determined-by": authority, ...others } = rest;
  const standard = Object.entries(others).filter(([keyword]) => !keyword.startsWith("x-") && !keyword.startsWith("$"));
  const name = label?.[language] ?? (language === "zh" ? title : description);
  return {
    ...(name !== undefined && { title: name }),
    ...(authority && { description: authority[language] }),
    // The first of several alternatives is the exact one.
    ...(anyOf?.[0] ?? { type: [type].flat().find((one) => one !== "null") }),
    ...Object.fromEntries(standard),
    ...(choices && { oneOf: Object.entries(choices).map(([value, text]) => choice(value, text[language])) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, member]) => [key, converted(member, language, choice)])),
    }),
    ...(items && { items: converted(items, language, choice) }),
  } as FormSchema;
}
