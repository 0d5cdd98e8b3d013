// react-hook-form: the subject is a Standard Schema; warnings come from fieldIssues.
import { useState } from "react";
import { useForm } from "react-hook-form";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { standardSchema, type Enterprise } from "chanjiao";
import { fieldIssues } from "chanjiao/forms";

const fields = [
  { name: "name", label: "企业名称" },
  { name: "staff_in_service", label: "在职员工数" },
  { name: "teacher_posts", label: "每年提供的顶岗实践岗位数" },
  { name: "teacher_posts_mentored", label: "专人指导" },
] as const;

const counts = ["staff_in_service", "teacher_posts", "teacher_posts_mentored"] as const;

// A count is a number; an empty input means that the fact is unknown.
const asCount = (text: string) => (text ? Number(text) : undefined);

export default function EnterpriseForm() {
  const [sent, setSent] = useState<string>();
  const { register, handleSubmit, watch, formState } = useForm<Enterprise>({
    mode: "onTouched",
    defaultValues: { size_class: "medium" },
    resolver: standardSchemaResolver(standardSchema("enterprise")),
  });
  const record = watch();

  return (
    <form onSubmit={handleSubmit(({ name }) => setSent(`已提交：${name}`))} noValidate>
      {fields.map(({ name, label }) => {
        const warnings = fieldIssues("enterprise", `/${name}`, record).filter(({ level }) => level === "warning");
        return (
          <div key={name}>
            <label htmlFor={name}>{label}</label>
            {/* A rule reads several facts, so a change of one field validates the others. */}
            <input id={name} {...register(name, name === "name" ? {} : { setValueAs: asCount, deps: [...counts] })} />
            <p role="alert">{formState.errors[name]?.message}</p>
            {warnings.map(({ code, message }) => <p key={code}>{message}</p>)}
          </div>
        );
      })}
      <button type="submit">提交</button>
      <p role="status">{sent}</p>
    </form>
  );
}
