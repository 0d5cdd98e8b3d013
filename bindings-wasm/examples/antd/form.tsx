// antd: each field has its rules; those with warningOnly do not block.
import { useState } from "react";
import { Button, Form, Input, InputNumber } from "antd";
import "chanjiao"; // Starts the module; with chanjiao/lazy, await init() instead.
import type { Enterprise } from "chanjiao";
import { antdRules } from "chanjiao/forms";

export default function EnterpriseForm() {
  const [form] = Form.useForm<Enterprise>();
  const [sent, setSent] = useState<string>();

  // The form keeps the fields that it shows; what else is known is added here.
  const record = (): Enterprise => ({ size_class: "medium", ...form.getFieldsValue() });
  const item = (name: keyof Enterprise, label: string) => ({
    name,
    label,
    rules: antdRules("enterprise", `/${name}`, record),
  });

  return (
    <Form
      form={form}
      // A rule reads several facts: whichever changes, all are checked again.
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
