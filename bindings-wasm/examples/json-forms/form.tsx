// JSON Forms generates the form; the issues are its additional errors.
import { useState } from "react";
import { JsonForms } from "@jsonforms/react";
import type { Middleware } from "@jsonforms/core";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import "chanjiao"; // Loads the module; with chanjiao/lazy, await init() instead.
import type { Enterprise } from "chanjiao";
import { additionalErrors, issues, jsonFormsSchema } from "chanjiao/forms";

const schema = jsonFormsSchema("enterprise", {
  facts: ["name", "staff_in_service", "teacher_posts", "teacher_posts_mentored"],
});

const known: Enterprise = { size_class: "medium" };

// A middleware, so that the messages always belong to the current input.
const checked: Middleware = (state, action, reduce) => {
  const next = reduce(state, action);
  if (next === state) return state;
  return { ...next, additionalErrors: additionalErrors("enterprise", next.data, { warnings: true }) };
};

export default function EnterpriseForm() {
  const [record, setRecord] = useState(known);
  const [sent, setSent] = useState<string>();

  // JSON Forms does not block by itself.
  const blocked = () => issues("enterprise", record).some(({ level }) => level === "error");

  return (
    <form onSubmit={(event) => { event.preventDefault(); if (!blocked()) setSent(`已提交：${record.name}`); }}>
      <JsonForms
        schema={schema}
        data={known}
        renderers={vanillaRenderers}
        cells={vanillaCells}
        validationMode="NoValidation"
        middleware={checked}
        onChange={({ data }) => setRecord(data)}
      />
      <button type="submit">提交</button>
      <p role="status">{sent}</p>
    </form>
  );
}
