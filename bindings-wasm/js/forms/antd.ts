// Ant Design for React and for Vue.
import { messageAt } from "./field.js";
import type { GetRecord } from "./field.js";
import type { IssueOptions } from "../issues.js";
import type { SubjectName } from "../generated/records.js";

/** Ant Design 表单的一条规则。A rule of an Ant Design form. */
export interface AntdRule {
  warningOnly?: boolean;
  validator: () => Promise<void>;
}

/**
 * 一个字段的规则，用于 antd 5、6 和 ant-design-vue 4：第一条阻止提交，第二条（`warningOnly`）只提示。
 *
 * Returns the rules of one field, for antd 5 and 6 and ant-design-vue 4: the first blocks, the
 * second (`warningOnly`) only warns.
 *
 * @example
 * <Form.Item name="teacher_posts" rules={antdRules("enterprise", "/teacher_posts", () => form.getFieldsValue())}>
 */
export function antdRules<S extends SubjectName>(
  subject: S,
  pointer: string,
  getRecord: GetRecord<S>,
  options?: IssueOptions,
): AntdRule[] {
  const ruleOf = (level: "error" | "warning"): AntdRule => ({
    ...(level === "warning" && { warningOnly: true }),
    validator: async () => {
      const message = messageAt(level, subject, pointer, getRecord(), options);
      if (message !== undefined) throw new Error(message);
    },
  });
  return [ruleOf("error"), ruleOf("warning")];
}
