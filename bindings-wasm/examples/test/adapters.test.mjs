import { strict as assert } from "node:assert";
import { test } from "node:test";
import { getDefaultFormState } from "@rjsf/utils";
import { check, standardSchema, subjects } from "chanjiao";
import {
  additionalErrors,
  antdRules,
  fieldIssues,
  fieldRules,
  issues,
  jsonFormsSchema,
  rjsfSchema,
  rjsfValidator,
  rjsfWarnings,
  veeSchema,
} from "chanjiao/forms";

const short = { size_class: "medium", staff_in_service: 3200, teacher_posts: 14 };
const at = (found) => found.map(({ pointer, level, code }) => [pointer, level, code]);

test("an unmet obligation in principle warns; an option makes it block; an explanation removes it", () => {
  assert.deepEqual(at(issues("enterprise", short)), [["/teacher_posts", "warning", "enterprise.teacher_posts"]]);
  assert.deepEqual(at(issues("enterprise", short, { inPrinciple: true })), [
    ["/teacher_posts", "error", "enterprise.teacher_posts"],
  ]);
  const explained = { ...short, explanations: { "enterprise.teacher_posts": "岗位在建" } };
  assert.deepEqual(issues("enterprise", explained, { inPrinciple: true }), []);
});

test("directive and encouraged obligations only warn, an option makes directives block; eligibility and targets are not issues", () => {
  const record = { training_system: false, skill_upgraded_staff: 3, skill_upgrade_rewarded: false, leading_enterprise: false };
  assert.deepEqual(at(issues("enterprise", record)), [
    ["/training_system", "warning", "enterprise.training_system"],
    ["/skill_upgrade_rewarded", "warning", "enterprise.skill_reward"],
  ]);
  assert.deepEqual(at(issues("enterprise", record, { directives: true })), [
    ["/training_system", "error", "enterprise.training_system"],
    ["/skill_upgrade_rewarded", "warning", "enterprise.skill_reward"],
  ]);
  assert.deepEqual(issues("province", { leading_talents: 1 }), []);
});

test("a rule answered by yes or no is shown at the fact that is no, not at one that makes it apply", () => {
  const record = { teacher_posts: 1, teacher_practice_plan: false };
  assert.deepEqual(at(issues("enterprise", record)), [["/teacher_practice_plan", "error", "enterprise.teacher_practice_plan"]]);
});

test("the option complete reports missing facts as errors, but not what the policy leaves open", () => {
  const found = issues("visit", {}, { complete: true });
  assert.deepEqual(found, [], "an encouraged rule requires nothing");
  assert.deepEqual(at(issues("programme", { school_kind: "technician", new_programme: false }, { complete: true })), [
    ["/practical_hours", "error", "programme.practical_hours"],
  ]);
  const open = issues("funding_standard", { school_kind: "technician_college", standard_yuan: "1.00" }, { complete: true });
  assert.deepEqual(open.map(({ level }) => level), ["warning", "warning"]);
});

test("the same issues block in Standard Schema and in every adapter", async () => {
  const record = { as_of: "2024-01-01", practice: [{ start: "2024-13-01" }, { start: "2023-01-01", end: "2022-01-01" }] };
  const [first, second] = issues("teacher", record).map(({ message }) => message);
  assert.deepEqual(standardSchema("teacher")["~standard"].validate(record).issues.map(({ path }) => path), [
    ["practice", 0, "start"],
    ["practice", 1, "end"],
  ]);
  assert.deepEqual((await veeSchema("teacher").parse(record)).errors, [
    { path: "practice[0].start", errors: [first] },
    { path: "practice[1].end", errors: [second] },
  ]);
  assert.deepEqual(additionalErrors("teacher", record).map(({ instancePath }) => instancePath), [
    "/practice/0/start",
    "/practice/1/end",
  ]);
  const { errorSchema } = rjsfValidator("teacher").validateFormData(record);
  assert.deepEqual(errorSchema.practice[1].end.__errors, [second]);
  const [rule] = fieldRules("teacher", "/practice", () => record);
  assert.equal(rule.validator().message, first + second, "a field has the issues of the fields inside it");
  const [blocking, warning] = antdRules("teacher", "/practice/0/start", () => record);
  await assert.rejects(blocking.validator(), { message: first });
  await warning.validator();
});

test("an issue of no field is reported at every field", () => {
  const record = { ...short, remember_me: true };
  assert.deepEqual(at(fieldIssues("enterprise", "/teacher_posts", record)), [["/remember_me", "error", "unknown_key"]]);
  const parameters = { teacher_posts_share: "much" };
  assert.deepEqual(at(fieldIssues("enterprise", "/name", short, { parameters })), [["", "error", "not_a_share"]]);
  assert.deepEqual(at(fieldIssues("enterprise", "/name", { year: new Date() })), [["/year", "error", "not_plain"]]);
  assert.match(fieldIssues("enterprise", "/name", record)[0].message, /^\/remember_me: /);
});

test("messages are in English on request", () => {
  const [issue] = issues("enterprise", short, { language: "en" });
  assert.equal(issue.message, check("enterprise", short).report.findings.find(({ rule }) => rule === issue.rule).message.en);
});

test("keys of Object.prototype are unknown keys", () => {
  const record = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
  const { errors, errorSchema } = rjsfValidator("enterprise").validateFormData(record);
  assert.deepEqual(errors.map(({ property }) => property), [".__proto__", ".constructor"]);
  assert.deepEqual(Object.keys(errorSchema), ["__proto__", "constructor"]);
  assert.equal({}.__errors, undefined);
  assert.equal(Object.__errors, undefined);
});

test("rjsf accepts a custom validation and transformed errors", () => {
  const custom = (record, errors) => {
    if (record.name === "甲") errors.name.addError("请填写全称");
    return errors;
  };
  const transform = (errors) => errors.map((error) => ({ ...error, message: `${error.message}！` }));
  const { errorSchema } = rjsfValidator("enterprise").validateFormData({ name: "甲" }, {}, custom, transform);
  assert.deepEqual(errorSchema.name.__errors, ["请填写全称！"]);
  assert.deepEqual(rjsfWarnings("enterprise", short).teacher_posts.__errors.length, 1);
});

for (const { subject, facts } of subjects()) {
  test(`a form for ${subject} has no default values`, () => {
    const schema = rjsfSchema(subject);
    assert.deepEqual(getDefaultFormState(rjsfValidator(subject), schema, {}) ?? {}, {});
    for (const { fact, label, determined_by } of facts) {
      const [key] = fact.split("/").slice(1);
      assert.equal(schema.properties[key].description, determined_by?.zh, fact);
      if (fact === `/${key}`) assert.equal(jsonFormsSchema(subject, { language: "en" }).properties[key].title, label.en);
    }
  });
}
