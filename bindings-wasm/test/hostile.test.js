// Any input gives faults or a clear TypeError, never a trap; after a trap the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { memory } from "./instances.js";
import { check, checkJson, NotPlainError, questions, questionsJson } from "chanjiao";
import { write } from "../dist/json.js";

const codes = (answer) => answer.faults.map(({ code, pointer }) => `${code} ${pointer}`);
const sound = () => assert.equal(check("visit", { start: "2023-01-01", end: "2023-12-31" }).report.conclusion, "not_assessed");
const deep = (levels, inner) => Array.from({ length: levels }).reduce((at) => ({ name: at }), inner);

/** Asserts that the answer for an object equals the answer for a text. */
function same(subject, value, text) {
  assert.equal(JSON.stringify(check(subject, value)), checkJson(subject, text));
}

test("a value that is not plain is an error with its position", () => {
  const cyclic = { practice: [{}] };
  cyclic.practice[0].start = cyclic;
  class Firm { name = "x"; }
  const cases = [
    [cyclic, "/practice/0/start", /a cycle/],
    [{ name: () => 0 }, "/name", /a function/],
    [{ name: Symbol("x") }, "/name", /a symbol/],
    [{ start: new Date(0) }, "/start", /an instance of Date/],
    [{ a: new Map() }, "/a", /an instance of Map/],
    [{ a: new Set() }, "/a", /an instance of Set/],
    [{ a: new Uint8Array(2) }, "/a", /an instance of Uint8Array/],
    [{ a: new ArrayBuffer(2) }, "/a", /an instance of ArrayBuffer/],
    [{ a: Object(1) }, "/a", /an instance of Number/],
    [{ a: Object("1") }, "/a", /an instance of String/],
    [{ a: Promise.resolve() }, "/a", /an instance of Promise/],
    [{ "a/b~": /x/ }, "/a~1b~0", /an instance of RegExp/],
    [new Firm(), "", /an instance of Firm/],
    [Object.create({ name: "inherited" }), "", /not a plain value/],
    [undefined, "", /undefined/],
    [() => 0, "", /a function/],
  ];
  for (const [value, pointer, message] of cases) {
    const expected = (error) => error instanceof TypeError && error instanceof NotPlainError && error.pointer === pointer && message.test(error.message);
    assert.throws(() => check("teacher", value), expected, String(message));
    assert.throws(() => questions("teacher", value), expected, String(message));
    assert.throws(() => check("teacher", {}, { parameters: value ?? (() => 0) }), NotPlainError);
  }
  sound();
});

test("unusual plain values are reported as faults", () => {
  const odd = {
    staff_total: NaN,
    trained_staff: Infinity,
    employed_persons: -Infinity,
    staff_in_service: 1.5,
    technical_posts: 10n ** 40n,
    internship_posts: -1n,
    total_wages_yuan: 0.001,
  };
  assert.deepEqual(codes(check("enterprise", { name: "\ud800" })), ["lone_surrogate "]);
  assert.deepEqual(codes(check("enterprise", odd)), [
    "not_a_count /employed_persons",
    "not_a_count /staff_total",
    "not_a_count /staff_in_service",
    "out_of_range /technical_posts",
    "out_of_range /internship_posts",
    "not_money /total_wages_yuan",
    "not_a_count /trained_staff",
  ]);
  for (const value of [null, true, 1, "x", [], NaN, 1n]) assert.deepEqual(codes(check("visit", value)), ["not_an_object "]);
  assert.deepEqual(codes(check("nothing", {})), ["unknown_subject "]);
  assert.deepEqual(check("visit", { start: undefined, end: null }), check("visit", {}));
  same("enterprise", { staff_total: 9007199254740991n }, '{"staff_total":9007199254740991}');
  same("enterprise", { staff_total: 1e21, name: -0 }, '{"staff_total":1e+21,"name":0}');
});

test("keys of prototypes are unknown keys", () => {
  const text = '{"__proto__":{"start":"x"},"constructor":1,"toString":2,"hasOwnProperty":3}';
  const value = JSON.parse(text);
  assert.deepEqual(Object.keys(value).length, 4);
  same("visit", value, text);
  assert.deepEqual(codes(check("visit", value)), [
    "unknown_key /__proto__",
    "unknown_key /constructor",
    "unknown_key /hasOwnProperty",
    "unknown_key /toString",
  ]);
  const bare = Object.assign(Object.create(null), { start: "2023-01-01" });
  same("visit", bare, '{"start":"2023-01-01"}');
  assert.equal({}.start, undefined);
});

test("inputs beyond the limits are reported as faults", () => {
  assert.deepEqual(codes(check("visit", deep(31, {}))), ["unknown_key /name"]);
  for (const levels of [32, 33, 34, 100, 5000]) {
    const text = `${'{"name":'.repeat(levels)}{}${"}".repeat(levels)}`;
    assert.deepEqual(codes(check("visit", deep(levels, {}))), ["too_deep "], String(levels));
    same("visit", deep(levels, {}), text);
  }
  assert.deepEqual(codes(check("teacher", { as_of: "2024-01-01", practice: new Array(1e9) })), ["too_large "]);
  assert.deepEqual(codes(check("visit", Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, i])))), ["too_large "]);
  assert.deepEqual(codes(check("enterprise", { name: "x".repeat(1 << 20) })), ["text_too_long /name"]);
  assert.deepEqual(codes(check("enterprise", { name: "湘".repeat(1 << 20) })), ["text_too_long /name"]);
  for (const letter of ["x", "湘", "\u0000", "😀"]) {
    const large = letter.repeat(100_000_000 / letter.length);
    assert.deepEqual(codes(check("enterprise", { name: large })), ["too_large "]);
    assert.deepEqual(codes(check("enterprise", { [large]: 1 })), ["too_large "]);
    assert.deepEqual(codes(JSON.parse(checkJson("enterprise", large))), ["too_large "]);
    assert.deepEqual(codes(JSON.parse(checkJson("enterprise", "{}", large))), ["too_large "]);
    assert.deepEqual(codes(JSON.parse(checkJson(large, "{}"))), ["unknown_subject "]);
  }
  sound();
  assert.ok(memory().buffer.byteLength < 1 << 24, "the memory is small again");
});

test("getters and proxies are run, and their errors are passed on", () => {
  const thrown = new Error("mine");
  const throwing = { get start() { throw thrown; } };
  assert.throws(() => check("visit", throwing), (error) => error === thrown);
  const calling = { get start() { return check("visit", {}).faults.length === 0 ? "2023-01-01" : "x"; } };
  same("visit", calling, '{"start":"2023-01-01"}');
  const proxied = new Proxy({ start: "2023-01-01" }, { get: (target, key) => (typeof key === "string" ? new Proxy(target, {})[key] : undefined) });
  same("visit", proxied, '{"start":"2023-01-01"}');
  same("teacher", { as_of: "2024-01-01", practice: new Proxy([], {}) }, '{"as_of":"2024-01-01","practice":[]}');
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => check("visit", proxy), TypeError);
  const endless = new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: () => endless });
  assert.throws(() => check("visit", endless), NotPlainError);
  const growing = () => new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: growing });
  assert.deepEqual(codes(check("visit", growing())), ["too_deep "]);
  sound();
});

test("a value that occurs twice is not a cycle", () => {
  const twice = { start: "2023-01-01" };
  assert.equal(write([twice, [twice]]), '[{"start":"2023-01-01"},[{"start":"2023-01-01"}]]');
});

test("plain values are written as JSON.stringify writes them", () => {
  const values = [
    null, true, 0, -0, 1.5, 1e21, 1e-7, "", "a", "\"\\\n\u2028\ud83d\ude00\ud800", [], {}, [1, [2, [3]]], [undefined, 1],
    { a: 1, b: undefined, "": 2, "\"": 3, "名": "称", 1: 4 }, "x".repeat(1000),
  ];
  for (const value of values) assert.equal(write(value), JSON.stringify(value));
  assert.equal(write(values), JSON.stringify(values));
});

test("texts must be strings", () => {
  for (const wrong of [undefined, null, 1, {}, new String("{}")]) {
    assert.throws(() => checkJson("visit", wrong), TypeError);
    assert.throws(() => checkJson(wrong, "{}"), TypeError);
    assert.throws(() => check(wrong, {}), TypeError);
  }
  assert.throws(() => questionsJson("visit", "{}", {}), TypeError);
});

test("after a trap the next call works", () => {
  for (let round = 0; round < 3; round += 1) {
    new Uint8Array(memory().buffer).fill(0xff);
    assert.throws(() => check("visit", {}), (error) => /next call/.test(error.message) && error.cause instanceof WebAssembly.RuntimeError);
    sound();
  }
});

test("a call at the stack limit does not affect later calls", () => {
  let failed = 0;
  const sink = () => {
    try {
      sink();
    } catch {
      // Each of these frames is one further from the limit.
    }
    if (failed < 200) {
      failed += 1;
      try {
        check("visit", { start: "2023-01-01" });
      } catch {
        // A stack overflow may be any kind of error.
      }
    }
  };
  sink();
  assert.equal(failed, 200);
  sound();
});
