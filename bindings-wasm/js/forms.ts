// Adapters for form libraries. None of the libraries is imported.
//
// The module is not started here: also import `chanjiao`, or await `init()` of `chanjiao/lazy`.
// Libraries that support Standard Schema (react-hook-form, TanStack Form, vee-validate 5, …) accept
// `standardSchema(subject)`.
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
