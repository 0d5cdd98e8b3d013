// rjsf: the form and the messages come from the subject; the page does not contain Ajv.
import { useState } from "react";
import Form from "@rjsf/core";
import "chanjiao"; // Loads the module; with chanjiao/lazy, await init() instead.
import type { Enterprise } from "chanjiao";
import { rjsfSchema, rjsfValidator, rjsfWarnings } from "chanjiao/forms";

const validator = rjsfValidator("enterprise");
const schema = rjsfSchema("enterprise", {
  facts: ["name", "staff_in_service", "teacher_posts", "teacher_posts_mentored"],
});

export default function EnterpriseForm() {
  const [record, setRecord] = useState<Enterprise>({ size_class: "medium" });
  const [sent, setSent] = useState<string>();

  return (
    <>
      <Form
        schema={schema}
        uiSchema={{ "ui:submitButtonOptions": { submitText: "提交" } }}
        validator={validator}
        formData={record}
        onChange={({ formData }) => setRecord(formData ?? {})}
        // Warnings are shown with the errors, but do not block.
        extraErrors={rjsfWarnings("enterprise", record)}
        liveValidate="onChange"
        showErrorList={false}
        noHtml5Validate
        onError={() => {}} // The fields show the errors.
        onSubmit={({ formData }) => setSent(`已提交：${formData?.name}`)}
      />
      <p role="status">{sent}</p>
    </>
  );
}
