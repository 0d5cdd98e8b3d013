// The schema is assignable to the types of the specification.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { standardSchema, type Teacher, type Visit } from "chanjiao";

const visit: StandardSchemaV1<Visit> & StandardJSONSchemaV1<Visit> = standardSchema("visit");
const inferred: StandardSchemaV1.InferOutput<typeof visit> = { start: "2023-01-01" };
const teacher = standardSchema("teacher", { complete: true, language: "en" });
({ as_of: "2024-01-01" }) satisfies StandardSchemaV1.InferInput<typeof teacher>;
const record: Teacher = { as_of: "2024-01-01" };
const result = teacher["~standard"].validate(record);
// Validation is synchronous.
result.issues?.map(({ path, code }) => [path[0], code]);

export { inferred };
