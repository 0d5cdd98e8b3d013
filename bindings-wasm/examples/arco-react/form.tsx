// Arco Design for React: each field has its rules; those with validateLevel "warning" do not block.
import { useState } from "react";
import "@arco-design/web-react/es/_util/react-19-adapter";
import { Button, Form, Input, InputNumber } from "@arco-design/web-react";
import "chanjiao"; // Loads the module; with chanjiao/lazy, await init() instead.
import type { Enterprise } from "chanjiao";
import { arcoRules } from "chanjiao/forms";

export default function EnterpriseForm() {
  const [form] = Form.useForm<Enterprise>();
  const [sent, setSent] = useState<string>();

  // The form stores only the fields that it shows; other known facts are added here.
  const record = (): Enterprise => ({ size_class: "medium", ...form.getFieldsValue() });
  const item = (field: keyof Enterprise, label: string) => ({
    field,
    label,
    rules: arcoRules("enterprise", `/${field}`, record, { warnings: true }),
  });

  return (
    <Form
      id="enterprise"
      form={form}
      // A rule reads several facts, so a change of one field validates all of them.
      onValuesChange={() => form.validate().catch(() => {})}
      onSubmit={({ name }) => setSent(`已提交：${name}`)}
    >
      <Form.Item {...item("name", "企业名称")}>
        <Input />
      </Form.Item>
      <Form.Item {...item("staff_in_service", "在职员工数")}>
        <InputNumber />
      </Form.Item>
      <Form.Item {...item("teacher_posts", "每年提供的顶岗实践岗位数")}>
        <InputNumber />
      </Form.Item>
      <Form.Item {...item("teacher_posts_mentored", "专人指导")}>
        <InputNumber />
      </Form.Item>
      <Button htmlType="submit">提交</Button>
      <p role="status">{sent}</p>
    </Form>
  );
}
