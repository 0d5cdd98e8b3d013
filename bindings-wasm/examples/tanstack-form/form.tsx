// TanStack Form: the subject is a Standard Schema; warnings come from fieldIssues.
import { useState } from "react";
import { useForm } from "@tanstack/react-form";
import { standardSchema, type Enterprise } from "chanjiao";
import { fieldIssues } from "chanjiao/forms";

const fields = [
  { name: "name", label: "企业名称" },
  { name: "staff_in_service", label: "在职员工数" },
  { name: "teacher_posts", label: "每年提供的顶岗实践岗位数" },
  { name: "teacher_posts_mentored", label: "专人指导" },
] as const;

// A count is a number; an empty input means that the fact is unknown.
const factOf = (name: string, text: string) => (name === "name" ? text : text ? Number(text) : undefined);

export default function EnterpriseForm() {
  const [sent, setSent] = useState<string>();
  const form = useForm({
    defaultValues: { size_class: "medium" } as Enterprise,
    validators: { onChange: standardSchema("enterprise") },
    onSubmit: ({ value }) => setSent(`已提交：${value.name}`),
  });

  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void form.handleSubmit(); }}>
      {fields.map(({ name, label }) => (
        <form.Field key={name} name={name}>
          {(field) => (
            <div>
              <label htmlFor={name}>{label}</label>
              <input
                id={name}
                // Uncontrolled, because "3." is not a number while it is being typed.
                defaultValue={String(field.state.value ?? "")}
                onBlur={field.handleBlur}
                onChange={({ target }) => field.handleChange(factOf(name, target.value))}
              />
              {field.state.meta.errors.map((error) => <p key={error?.message} role="alert">{error?.message}</p>)}
              <form.Subscribe selector={({ values }) => values}>
                {(record) => fieldIssues("enterprise", `/${name}`, record)
                  .filter(({ level }) => level === "warning")
                  .map(({ code, message }) => <p key={code}>{message}</p>)}
              </form.Subscribe>
            </div>
          )}
        </form.Field>
      ))}
      <button type="submit">提交</button>
      <p role="status">{sent}</p>
    </form>
  );
}
