// Adapters for form libraries: shapes only, nothing of theirs is imported.
//
// The module is not started here: import `chanjiao` beside this, or await `init()` of `chanjiao/lazy`.
// Libraries that speak Standard Schema (react-hook-form, TanStack Form, vee-validate 5, …) take
// `standardSchema(subject)` itself.
export { issues } from "./issues.js";
export type { Issue, IssueOptions, Language, Level } from "./issues.js";
export { fieldIssues } from "./forms/field.js";
export { fieldRules } from "./forms/async-validator.js";
export type { FieldRule } from "./forms/async-validator.js";
export { antdRules } from "./forms/antd.js";
export type { AntdRule } from "./forms/antd.js";
export { arcoRules } from "./forms/arco.js";
export type { ArcoRule } from "./forms/arco.js";
export { veeSchema } from "./forms/vee-validate.js";
export type { VeeSchema } from "./forms/vee-validate.js";
export { additionalErrors } from "./forms/json-forms.js";
export type { AdditionalError } from "./forms/json-forms.js";
export { rjsfValidator, rjsfWarnings } from "./forms/rjsf.js";
export type { RjsfErrors, RjsfValidator } from "./forms/rjsf.js";
export { jsonFormsSchema, rjsfSchema } from "./forms/schema.js";
export type { FormSchema, FormSchemaOptions } from "./forms/schema.js";
