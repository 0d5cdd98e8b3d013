// A subject's schema as the libraries like it that draw a form from one.
import { schema } from "../schema.js";
import type { Language } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** 供生成表单的 JSON Schema。A JSON Schema that a form is drawn from. */
export interface FormSchema {
  title?: string;
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  oneOf?: FormSchema[];
  properties?: Record<string, FormSchema>;
  items?: FormSchema;
  const?: string;
  enum?: string[];
}

/** 生成什么样的表单。What form is to be drawn. */
export interface FormSchemaOptions<S extends SubjectName> {
  /** 只取这些事实，按此顺序。Only these facts, in this order. */
  readonly facts?: readonly (keyof Records[S] & string)[] | undefined;
  /** 标题与选项的语言，默认中文。The language of titles and choices, "zh" if not said. */
  readonly language?: Language | undefined;
}

/**
 * 供 JSON Forms 生成表单的模式：不知道的就留空，所以没有 null；金额为文本，因而精确；选项带名称。
 * 它只是记录的一种写法；检查数据请用 `schema(subject)`。
 *
 * The schema from which JSON Forms draws a form. What is not known is left out, so there is no
 * null; money is text, which is exact; choices have their names. It is one way to write a record:
 * to check data take `schema(subject)`.
 */
export function jsonFormsSchema<S extends SubjectName>(subject: S, options: FormSchemaOptions<S> = {}): FormSchema {
  return drawn(subject, options, (word, title) => ({ const: word, title }));
}

/**
 * 供 rjsf 生成表单的模式，同 `jsonFormsSchema`；选项写作单值的 enum，因为 rjsf 会把第一个 const 当作默认值填入。
 *
 * The schema from which rjsf draws a form. Unlike that for JSON Forms it writes a choice as an enum
 * of one: rjsf fills in the first `const` as a default, which would be a guess.
 */
export function rjsfSchema<S extends SubjectName>(subject: S, options: FormSchemaOptions<S> = {}): FormSchema {
  return drawn(subject, options, (word, title) => ({ enum: [word], title }));
}

type Choice = (word: string, title: string) => FormSchema;

/** What stands in the schemas of subjects. */
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
  [keyword: string]: unknown;
}

function drawn<S extends SubjectName>(subject: S, { facts, language = "zh" }: FormSchemaOptions<S>, choice: Choice): FormSchema {
  const whole = draw(schema(subject, { draft: "draft-07" }) as Node, language, choice);
  if (facts === undefined) return whole;
  const asked = facts.flatMap((key) => {
    const property = whole.properties?.[key];
    return property ? [[key, property] as const] : [];
  });
  return { ...whole, properties: Object.fromEntries(asked) };
}

function draw(node: Node, language: Language, choice: Choice): FormSchema {
  const { title, description, type, anyOf, enum: _words, properties, items, ...rest } = node;
  const { "x-label": label, "x-choices": choices, ...others } = rest;
  const standard = Object.entries(others).filter(([keyword]) => !keyword.startsWith("x-") && !keyword.startsWith("$"));
  const name = label?.[language] ?? (language === "zh" ? title : description);
  return {
    ...(name !== undefined && { title: name }),
    // Of several ways to write it the first is the exact one.
    ...(anyOf?.[0] ?? { type: [type].flat().find((one) => one !== "null") }),
    ...Object.fromEntries(standard),
    ...(choices && { oneOf: Object.entries(choices).map(([word, text]) => choice(word, text[language])) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, member]) => [key, draw(member, language, choice)])),
    }),
    ...(items && { items: draw(items, language, choice) }),
  } as FormSchema;
}
