// Attacks on the npm package as built. Prints one row per line: the attack, its target, the outcome.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { check, checkJson, questions, standardSchema } from "../../bindings-wasm/dist/node.js";
import { issues, rjsfValidator, veeSchema } from "../../bindings-wasm/dist/forms.js";
import { parameters } from "../../bindings-wasm/dist/parameters.js";
import { schema } from "../../bindings-wasm/dist/schema.js";

const many = 1_000_000;
const threads = 64;
const codes = ({ faults }) => faults.map(({ code }) => code);
const report = (...row) => console.log(JSON.stringify(row));

const firms = Array.from({ length: 400 }, (_, at) => ({
  name: `甲${at}`,
  size_class: at % 7 === 0 ? "huge" : "large",
  staff_in_service: at * 17,
  teacher_posts: at % 40,
}));
const answers = () => firms.map((firm) => checkJson("enterprise", JSON.stringify(firm)));

function manyParameters() {
  const overrides = Object.fromEntries(Array.from({ length: many }, (_, at) => [`p${at}`, 1]));
  assert.deepEqual(codes(check("visit", {}, { parameters: overrides })), ["too_large"]);
  assert.deepEqual(codes(JSON.parse(checkJson("visit", "{}", JSON.stringify(overrides)))), ["too_large"]);
  assert.deepEqual(standardSchema("visit", { parameters: overrides })["~standard"].validate({}).issues.map(({ code }) => code), ["too_large"]);
  report(`${many.toLocaleString("en")} parameters`, "npm package", "a fault: too large");
}

function pollution() {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
  const text = `{${names.map((name) => `"${name}":{"polluted":1,"start":"2024-01-01"}`).join()}}`;
  const record = JSON.parse(text);
  const unknown = names.map(() => "unknown_key");
  for (const [key, given] of [["record", [record]], ["parameters", [{}, { parameters: record }]]]) {
    assert.deepEqual(codes(check("visit", ...given)), unknown, key);
    assert.deepEqual(codes(questions("visit", ...given)), unknown, key);
  }
  assert.deepEqual(codes(check("visit", { explanations: record })), names.map(() => "not_explainable"));
  assert.deepEqual(codes(check("teacher", { as_of: "2024-01-01", practice: [{ start: "2023-01-01", ...record, ["__proto__"]: 1 }] })).sort(), unknown);
  // Form adapters build trees from the paths of issues.
  const found = issues("visit", record);
  assert.deepEqual(found.map(({ path }) => path), [...names].sort().map((name) => [name]));
  const { errorSchema } = rjsfValidator("visit").validateFormData(record, {});
  assert.equal(Object.getPrototypeOf(errorSchema), null);
  assert.ok(Object.hasOwn(errorSchema, "__proto__"));
  assert.equal(standardSchema("visit")["~standard"].validate(record).issues.length, names.length);
  for (const name of names) {
    assert.deepEqual(codes(check(name, {})), ["unknown_subject"]);
    assert.throws(() => schema(name), RangeError);
    assert.throws(() => schema("visit", { draft: name }), RangeError);
    assert.ok(!parameters().some((it) => it.parameter === name));
  }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
  assert.equal({}.polluted, undefined);
  assert.equal(check("visit", {}).report.conclusion, "not_assessed");
  return veeSchema("visit").parse(record).then(({ errors }) => {
    assert.equal(errors.length, names.length);
    report("keys `__proto__`, `constructor` in records, periods, reasons, parameters and names", "npm package", "unknown keys; no prototype has changed");
  });
}

/** A polluted Object.prototype does not change a verdict: only own properties of a record count. */
function polluted() {
  const clean = answers();
  const record = { name: "甲" };
  const expected = JSON.stringify(check("enterprise", record));
  Object.prototype.staff_in_service = 1;
  try {
    assert.equal(JSON.stringify(check("enterprise", record)), expected);
    assert.deepEqual(answers(), clean);
  } finally {
    delete Object.prototype.staff_in_service;
  }
  report("a page with a polluted Object.prototype", "npm package", "only own properties of a record are read");
}

function workers() {
  const expected = answers();
  const run = () => new Promise((done, fail) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: "answer" });
    worker.on("message", done).on("error", fail);
  });
  return Promise.all(Array.from({ length: threads }, run)).then((all) => {
    for (const found of all) assert.deepEqual(found, expected);
    report(`${threads} concurrent workers`, "npm package, in Node", "every answer equals that of one thread");
  });
}

if (!isMainThread && workerData === "answer") {
  parentPort.postMessage(answers());
} else {
  manyParameters();
  await pollution();
  polluted();
  await workers();
}
