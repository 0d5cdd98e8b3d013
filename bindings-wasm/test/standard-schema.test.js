// A subject as a Standard Schema: the issues that block a form, and their positions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, standardSchema, subjects } from "chanjiao";
import { schema } from "chanjiao/schema";
import { coreAnswers, fullEnterprise } from "./support.js";

const validate = (subject, value, options, call) => standardSchema(subject, options)["~standard"].validate(value, call);
const places = ({ issues }) => issues?.map(({ code, path }) => [code, ...path]);

test("a record without issues is returned unchanged", () => {
  const record = { start: "2023-01-01", end: "2023-12-31" };
  assert.equal(validate("visit", record).value, record);
  assert.equal(validate("visit", record).issues, undefined);
});

test("faults are issues, with paths of keys and indices", () => {
  const value = { as_of: "2024-01-01", practice: [{ start: "2023-01-01", end: "2022-01-01" }, {}], "0": 1 };
  assert.deepEqual(places(validate("teacher", value)), [
    ["date_order", "practice", 0, "end"],
    ["required", "practice", 1, "start"],
    ["unknown_key", "0"],
  ]);
  assert.deepEqual(places(validate("teacher", null)), [["not_an_object"]]);
  assert.deepEqual(places(validate("visit", {}, { parameters: { nothing: 1 } })), [["unknown_key"]]);
});

test("a message suggests the probable key and names the wrong parameter", () => {
  const message = (...given) => validate("enterprise", ...given).issues[0].message;
  assert.equal(message({ size_clas: "large" }), "没有这个字段。是否指 `size_class`？");
  assert.equal(message({ size_clas: "large" }, { language: "en" }), "unknown key. did you mean `size_class`?");
  assert.match(message({}, { parameters: { nothing: 1 } }), /^\/nothing 没有这个参数/);
});

test("a value that is not plain is an issue, not an exception", () => {
  assert.deepEqual(places(validate("visit", { start: new Date(0) })), [["not_plain", "start"]]);
  assert.deepEqual(places(validate("visit", undefined)), [["not_plain"]]);
});

test("unmet mandatory obligations are issues, at the unmet bound", () => {
  const { issues } = validate("enterprise", fullEnterprise());
  assert.deepEqual(places({ issues }), [
    ["enterprise.teacher_posts_mentored", "teacher_posts_mentored"],
    ["enterprise.frontline_share", "training_fund_frontline_yuan"],
  ]);
  const [{ rule, verdict, force, message }] = issues;
  assert.deepEqual([rule, verdict, force], ["enterprise.teacher_posts_mentored", "unmet", "mandatory"]);
  assert.match(message, /差 1 个/);
});

test("the language is that of the call, else of the schema", () => {
  const english = /13 .*short/;
  const first = (options, call) => validate("enterprise", fullEnterprise(), options, call).issues[0].message;
  assert.doesNotMatch(first(), english);
  assert.match(first({ language: "en" }), english);
  assert.match(first({}, { libraryOptions: { language: "en" } }), english);
  assert.doesNotMatch(first({ language: "en" }, { libraryOptions: { language: "zh" } }), english);
});

test("the option inPrinciple adds obligations in principle, unless explained", () => {
  const record = { size_class: "medium", staff_in_service: 3200, teacher_posts: 14 };
  const unmet = (value) => (places(validate("enterprise", value, { inPrinciple: true })) ?? []).map(([code]) => code);
  assert.equal(validate("enterprise", record).issues, undefined);
  assert.deepEqual(unmet(record), ["enterprise.teacher_posts"]);
  assert.deepEqual(unmet({ ...record, explanations: { "enterprise.teacher_posts": "理由" } }), []);
});

test("the option directives adds unmet directive obligations, which cannot be explained", () => {
  const record = { training_system: false, skill_contest_held: false, size_class: "medium", staff_in_service: 3200, teacher_posts: 14 };
  const unmet = (value, options) => (places(validate("enterprise", value, options)) ?? []).map(([code, ...path]) => [code, path.join("/")]);
  assert.deepEqual(unmet(record), []);
  assert.deepEqual(unmet(record, { directives: false, inPrinciple: false }), []);
  assert.deepEqual(unmet(record, { directives: true }), [["enterprise.training_system", "training_system"]]);
  assert.deepEqual(unmet(record, { directives: true, inPrinciple: true }).map(([code]) => code), ["enterprise.teacher_posts", "enterprise.training_system"]);
  const explained = { ...record, explanations: { "enterprise.training_system": "理由" } };
  assert.deepEqual(unmet(explained), [["not_explainable", "explanations/enterprise.training_system"]]);
  // The force can depend on a reading.
  const platform = { information_platform: false };
  const codes = (parameters) => (places(validate("provincial_measures", platform, { directives: true, parameters })) ?? []).map(([code]) => code);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ information_platform_force: "directive" }), ["provincial_measures.information_platform"]);
});

test("the option complete adds undetermined obligations, at the missing fact", () => {
  const found = places(validate("enterprise", {}, { complete: true }));
  assert.ok(found.some(([code, key]) => code === "enterprise.teacher_posts" && key === "industry"));
  assert.ok(found.every(([, key]) => key !== undefined), found.join("; "));
  assert.ok(!found.some(([code]) => code === "enterprise.skill_reward"));
});

test("the issues of every vector are its faults or its unmet mandatory obligations", () => {
  for (const line of coreAnswers().trim().split("\n")) {
    const { subject, value, record, answer } = JSON.parse(line);
    if (!value) continue;
    const { faults, report } = JSON.parse(answer);
    const given = JSON.parse(record);
    const { issues } = validate(subject, given, { parameters: JSON.parse(JSON.parse(line).parameters) });
    const unmet = report?.findings.filter((it) => it.kind === "obligation" && it.force === "mandatory" && it.verdict === "unmet") ?? [];
    assert.deepEqual((issues ?? []).map(({ code }) => code), [...faults.map(({ code }) => code), ...unmet.map(({ rule }) => rule)]);
  }
});

test("it can be written as JSON Schema in both drafts", () => {
  for (const { subject } of subjects()) {
    const { jsonSchema } = standardSchema(subject)["~standard"];
    assert.deepEqual(jsonSchema.input({ target: "draft-2020-12" }), schema(subject));
    assert.deepEqual(jsonSchema.output({ target: "draft-07" }), schema(subject, { draft: "draft-07" }));
    assert.throws(() => jsonSchema.input({ target: "openapi-3.0" }), RangeError);
    assert.throws(() => jsonSchema.output({ target: "toString" }), RangeError);
  }
});

test("a check takes parameters as an option", () => {
  const record = { training_fund_spent_yuan: "100.00", training_fund_frontline_yuan: "62.00" };
  const { report } = check("enterprise", record, { parameters: { frontline_share: "65" } });
  assert.deepEqual(report.ruleset.overridden, { frontline_share: "65" });
});
