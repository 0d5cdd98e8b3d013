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
  const untouched = check("enterprise", record);
  for (let round = 0; round < 3; round += 1) {
    const answer = check("enterprise", record);
    spoil(answer.report);
    assert.equal(answer.report.findings, "spoilt");
  }
  assert.deepEqual(untouched, expected);
  assert.deepEqual(check("enterprise", record), expected);
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
  assert.deepEqual(answer.report.ruleset.overridden, ["frontline_share"]);
});

test("after a trap between the answer and its messages, only one read fails", () => {
  const record = fullEnterprise();
  const expected = whole("enterprise", record);
  const answers = [check("enterprise", record), check("enterprise", record)];
  new Uint8Array(memory().buffer).fill(0xff);
  assert.throws(() => read(answers[0]), /next call uses a new instance/);
  assert.deepEqual(answers, [expected, expected]);
  const unread = check("enterprise", record);
  // Long enough that the instance is replaced at the next call.
  check("enterprise", { name: "x".repeat(2 << 20) });
  assert.deepEqual(read(unread), expected.report.findings.map(({ message }) => message));
});
