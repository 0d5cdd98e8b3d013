// antd: each field has its rules; those with warningOnly do not block.
import { useState } from "react";
import { Button, Form, Input, InputNumber } from "antd";
import "chanjiao"; // Loads the module; with chanjiao/lazy, await init() instead.
import type { Enterprise } from "chanjiao";
import { antdRules } from "chanjiao/forms";

export default function EnterpriseForm() {
  const [form] = Form.useForm<Enterprise>();
  const [sent, setSent] = useState<string>();

  // The form stores only the fields that it shows; other known facts are added here.
  const record = (): Enterprise => ({ size_class: "medium", ...form.getFieldsValue() });
  const item = (name: keyof Enterprise, label: string) => ({
    name,
    label,
    rules: antdRules("enterprise", `/${name}`, record),
  });

  return (
    <Form
      form={form}
      // A rule reads several facts, so a change of one field validates all of them.
      onValuesChange={() => form.validateFields().catch(() => {})}
      onFinish={({ name }) => setSent(`已提交：${name}`)}
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
