// vee-validate 4; version 5 accepts standardSchema(subject).
import { issues } from "../issues.js";
import type { IssueOptions } from "../issues.js";
import type { Records, SubjectName } from "../generated/records.js";

/** vee-validate 4 的 TypedSchema。A TypedSchema of vee-validate 4. */
export interface VeeSchema<Value> {
  __type: "VVTypedSchema";
  parse: (value: Value) => Promise<{ value?: Value; errors: { path?: string; errors: string[] }[] }>;
}

/**
 * 一类对象的 TypedSchema，用于 vee-validate 4；只含阻止提交的问题，值原样返回。
 *
 * Returns a subject as a TypedSchema of vee-validate 4, with the issues that block. The value is the
 * record unchanged.
 *
 * @example
 * const { errors, handleSubmit } = useForm({ validationSchema: veeSchema("enterprise") });
 */
export function veeSchema<S extends SubjectName>(subject: S, options?: IssueOptions): VeeSchema<Records[S]> {
  return {
    __type: "VVTypedSchema",
    parse: async (value) => {
      const found = issues(subject, value, options).filter(({ level }) => level === "error");
      if (found.length === 0) return { value, errors: [] };
      const errors = new Map<string, string[]>();
      for (const { path, message } of found) {
        const name = nameOf(path);
        errors.set(name, [...(errors.get(name) ?? []), message]);
      }
      return { errors: [...errors].map(([name, messages]) => ({ path: name, errors: messages })) };
    },
  };
}

/** Writes a path in the notation of vee-validate: `practice[0].start`. */
function nameOf(path: readonly (string | number)[]): string {
  return path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("").replace(/^\./, "");
}
