// Answers are completed when they are read; callers cannot observe it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { memory } from "./instances.js";
import { check, checkJson } from "chanjiao";
import { write } from "../dist/json.js";
import { coreAnswers, fullEnterprise } from "./support.js";

const whole = (subject, record, parameters) => JSON.parse(checkJson(subject, write(record), parameters && write(parameters)));
const again = (subject, record, options) => {
  check(subject, {});
  return check(subject, record, options);
};
const records = {
  teacher: {
    as_of: "2024-06-30",
    school_kind: "higher_vocational",
    role: "specialist",
    hired_on: "2022-09-01",
    practice: [{ start: "2023-07-10", end: "2023-08-20", in_enterprise: true }, { start: "2024-05-01", in_enterprise: true }],
  },
};
const read = (answer) => answer.report.findings.map(({ message }) => message);

test("a first check with faults leaves no template, and the next answer is complete", () => {
  const faulty = { start: "2023-01-01", end: "x" };
  for (const record of [faulty, faulty, {}, faulty, { start: "2023-01-01" }, {}]) {
    assert.deepEqual(check("visit", record), whole("visit", record));
  }
});

test("every vector, checked once and again, equals its text answer", () => {
  for (const line of coreAnswers().trim().split("\n")) {
    const { subject, title, value, record, parameters, answer } = JSON.parse(line);
    if (!value) continue;
    const given = JSON.parse(record);
    const options = parameters === null ? undefined : { parameters: JSON.parse(parameters) };
    for (const found of [check(subject, given, options), check(subject, given, options)]) {
      assert.equal(JSON.stringify(found), answer, `${subject}: ${title}`);
      assert.deepEqual(found, JSON.parse(answer), `${subject}: ${title}`);
    }
    assert.deepEqual(check(subject, given, options), JSON.parse(answer), `${subject}: ${title}, compared unread`);
  }
});

test("an answer can be cloned, spread, enumerated and compared before it is read", () => {
  const record = fullEnterprise();
  const expected = whole("enterprise", record);
  const fresh = () => again("enterprise", record);
  assert.deepEqual(structuredClone(fresh()), expected);
  assert.deepEqual({ ...fresh().report }, expected.report);
  assert.deepEqual(fresh().report.findings.map((finding) => ({ ...finding })), expected.report.findings);
  assert.deepEqual(Object.entries(fresh().report.findings[3]), Object.entries(expected.report.findings[3]));
  assert.deepEqual(Object.keys(fresh().report), Object.keys(expected.report));
  assert.deepEqual(Object.keys(fresh().report.findings[0]), Object.keys(expected.report.findings[0]));
  assert.equal(Object.getPrototypeOf(fresh().report.findings[0]), Object.prototype);
  const answer = fresh();
  assert.equal(answer.report.findings, answer.report.findings);
  assert.equal(answer.report.findings[0].message, answer.report.findings[0].message);
});

test("a proxy and a copy of an answer can be read", () => {
  const record = fullEnterprise();
  const expected = whole("enterprise", record);
  const reactive = (value) =>
    typeof value === "object" && value !== null
      ? new Proxy(value, { get: (target, key, receiver) => reactive(Reflect.get(target, key, receiver)) })
      : value;
  assert.equal(JSON.stringify(reactive(again("enterprise", record))), JSON.stringify(expected));
  const { findings } = again("enterprise", record).report;
  const copied = Object.defineProperties({}, Object.getOwnPropertyDescriptors(findings[5]));
  assert.deepEqual({ ...copied }, expected.report.findings[5]);
  assert.equal(Object.create(findings[5]).message.en, expected.report.findings[5].message.en);
});

test("changing one answer changes no other", () => {
  const record = fullEnterprise();
  const expected = whole("enterprise", record);
  const spoil = (value) => {
    for (const key of Object.keys(value)) {
      if (typeof value[key] === "object" && value[key] !== null) spoil(value[key]);
      value[key] = "spoilt";
    }
    if (Array.isArray(value)) value.push("spoilt");
  };
  const parameters = { integration_park_level: "all_levels" };
  const park = whole("park", {}, parameters);
  const untouched = check("enterprise", record);
  for (let round = 0; round < 3; round += 1) {
    const answer = check("enterprise", record);
    spoil(answer.report);
    assert.equal(answer.report.findings, "spoilt");
    spoil(check("park", {}, { parameters }).report);
  }
  assert.deepEqual(untouched, expected);
  assert.deepEqual(check("enterprise", record), expected);
  assert.deepEqual(check("park", {}, { parameters }), park, "the parameters and the clause of the annex are copied");
});

test("a message can be replaced before and after it is read", () => {
  const { findings } = again("enterprise", fullEnterprise()).report;
  const mine = { zh: "我", en: "mine" };
  findings[0].message = mine;
  assert.equal(findings[0].message, mine);
  assert.equal(Object.keys(findings[0]).at(-1), "message");
  assert.match(findings[1].message.en, /^[A-Z]/);
  findings[1].message = mine;
  assert.equal(JSON.parse(JSON.stringify(findings[1])).message.en, "mine");
});

test("messages describe the record as it was checked, even if it has changed since", () => {
  const record = fullEnterprise();
  const parameters = { frontline_share: "65" };
  const expected = whole("enterprise", record, parameters);
  const answer = again("enterprise", record, { parameters });
  record.staff_in_service = 1;
  record.teacher_posts = null;
  parameters.frontline_share = "1";
  check("enterprise", record, { parameters });
  assert.deepEqual(answer, expected);
  assert.deepEqual(answer.report.ruleset.overridden, { frontline_share: "65" });
});

test("answers under other parameters differ in what readings change, and each stays as it was", () => {
  const { teacher } = records;
  const cases = [
    ["enterprise", fullEnterprise(), [{}, { frontline_share_base: "set_aside" }, { teacher_posts_scope: "all_enterprises" }, { training_fund_high_rate: "obligation" }]],
    ["teacher", teacher, [{}, { periodic_practice_limbs: "long_only" }, { practice_month: "calendar" }, { policy_applies_from: "2025-01-01" }]],
    ["provincial_measures", { information_platform: false }, [{}, { information_platform_force: "directive" }]],
  ];
  for (const [subject, record, readings] of cases) {
    const given = [undefined, ...readings, ...readings, undefined];
    const answers = given.map((parameters) => again(subject, record, { parameters }));
    given.forEach((parameters, at) => {
      assert.deepEqual(check(subject, record, { parameters }), whole(subject, record, parameters));
      assert.deepEqual(check(subject, record, { parameters }), whole(subject, record, parameters));
      assert.deepEqual(answers[at], whole(subject, record, parameters), `${subject}, read later`);
    });
  }
  const force = (parameters) => check("provincial_measures", {}, { parameters }).report.findings.find(({ statement }) => statement === "23.1b").force;
  assert.deepEqual([force({}), force({ information_platform_force: "directive" }), force({})], ["encouraged", "directive", "encouraged"]);
});

test("what an answer was made by is given as parameters", () => {
  const parameters = { frontline_share: 65, cooperation_employed_persons: 1000, cooperation_sales_revenue_yuan: "100000000", teacher_posts_scope: "all_enterprises", policy_applies_to: "2030-12-31" };
  for (const { report } of [check("enterprise", {}, { parameters }), check("enterprise", {}, { parameters })]) {
    const { overridden } = report.ruleset;
    assert.deepEqual(overridden, { policy_applies_to: "2030-12-31", frontline_share: "65", teacher_posts_scope: "all_enterprises" });
    assert.deepEqual(check("enterprise", {}, { parameters: overridden }).report, report);
  }
});

test("a later check has the reason, the last day, the readings and the clause of the annex", () => {
  const pending = again("teacher", records.teacher).report.findings[1];
  assert.deepEqual([pending.verdict, pending.reason, pending.until, pending.missing], ["pending", "period_runs", "2025-09-01", []]);
  const unknown = again("teacher", { ...records.teacher, hired_on: null }).report.findings[0];
  assert.deepEqual([unknown.verdict, unknown.reason, unknown.until, unknown.missing], ["undetermined", "missing", null, ["/hired_on"]]);
  const { report } = again("park", { park_level: "municipal" });
  const park = report.findings.find(({ statement }) => statement === "25.3b");
  assert.deepEqual(park.citation.annex, { row: 21, phrase: "支持省级以上产业园建设产教融合园区" });
  assert.deepEqual(park.contested, [{ parameter: "integration_park_level", choice: "all_levels", verdict: "met" }]);
  const short = again("enterprise", { size_class: "medium", staff_in_service: 3200, teacher_posts: 15, explanations: { "enterprise.teacher_posts": "…" } });
  assert.ok(short.report.findings.find(({ statement }) => statement === "9.1b").explained);
  const quota = again("postgraduate_quota", { national_strategic_task: true, school_enterprise_training: false }).report;
  assert.deepEqual(quota, whole("postgraduate_quota", { national_strategic_task: true, school_enterprise_training: false }).report);
});

test("after a trap between the answer and its messages, only one read fails", () => {
  const record = fullEnterprise();
  const expected = whole("enterprise", record);
  const answers = [again("enterprise", record), again("enterprise", record)];
  new Uint8Array(memory().buffer).fill(0xff);
  assert.throws(() => read(answers[0]), /next call uses a new instance/);
  assert.deepEqual(answers, [expected, expected]);
  const unread = check("enterprise", record);
  // Long enough that the instance is replaced at the next call.
  check("enterprise", { name: "x".repeat(2 << 20) });
  assert.deepEqual(read(unread), expected.report.findings.map(({ message }) => message));
});
