// Properties of every record: unknown is monotone, adding the shortfall meets the bound, order does not
// matter, texts and objects have the same answer, and the schema accepts what the parser accepts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createRequire } from "node:module";
import fc from "fast-check";
import { check, checkJson, subjects } from "chanjiao";
import { keywords, schema } from "chanjiao/schema";
import { records, spoilt } from "./records.js";

const require = createRequire(import.meta.url);
const formats = require("ajv-formats");
const drafts = { "2020-12": require("ajv/dist/2020"), "draft-07": require("ajv") };

// Seeded, so that failures are reproducible.
const settings = { seed: 8218, numRuns: 150 };

/** Asserts a property of records of every subject; `holds` returns how many cases it has tested. */
function always(title, arbitrary, holds) {
  test(title, () => {
    let cases = 0;
    for (const subject of subjects()) {
      const count = (record) => void (cases += Number(holds(subject, record) ?? 1));
      fc.assert(fc.property(arbitrary(subject.subject, subject), count), settings);
    }
    assert.ok(cases > 200, `${cases} cases`);
  });
}

const findings = (subject, record) => check(subject, record).report?.findings;

// A missing value of these has a special meaning.
const special = ["size_class", "base_date", "year", "start", "starts_on"];

always(
  "filling in a missing fact never changes a verdict other than undetermined",
  (subject) => fc.tuple(records(subject), fc.func(fc.boolean())),
  ({ subject, facts }, [full, taken]) => {
    const needed = facts.filter(({ required }) => required).map(({ fact }) => fact.slice(1));
    const kept = Object.entries(full).filter(([key]) => needed.includes(key) || special.includes(key) || !taken(key));
    const [before, after] = [findings(subject, Object.fromEntries(kept)), findings(subject, full)];
    if (!before || !after) return 0;
    before.forEach(({ rule, verdict }, at) => {
      if (verdict !== "undetermined") assert.equal(after[at].verdict, verdict, rule);
    });
    return before.length;
  },
);

/** Converts an amount to its smallest unit, and back. */
const units = (amount) => BigInt(amount.replace(".", ""));
const amount = (units, money) => {
  if (!money) return Number(units);
  const digits = String(units).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

always("adding the shortfall meets the bound, and one unit less does not", records, ({ subject, facts }, record) => {
  let tested = 0;
  for (const { rule, verdict, bounds } of findings(subject, record) ?? []) {
    const [bound, ...more] = bounds;
    const type = facts.find(({ fact }) => fact === bound?.fact)?.type;
    const gap = bound?.shortfall ?? bound?.excess;
    if (verdict !== "unmet" || more.length > 0 || gap == null || !["count", "money"].includes(type)) continue;
    const short = "shortfall" in bound;
    assert.equal(short ? units(bound.measured) + units(gap) : units(bound.measured) - units(gap), units(bound.required), rule);
    const step = short ? -1n : 1n;
    for (const [to, expected] of [[units(bound.required), "met"], [units(bound.required) + step, "unmet"]]) {
      const changed = { ...record, [bound.fact.slice(1)]: amount(to, type === "money") };
      // The changed fact may exceed another one: that is a fault, and the record is not judged.
      const found = findings(subject, changed)?.find((it) => it.rule === rule);
      if (!found) continue;
      // Where the bound depends on a missing fact, the least bound was reported; and a share of zero does not apply.
      const open = (found.verdict === "undetermined" && found.missing.length > 0) || found.verdict === "not_applicable";
      if (!(open && expected === "met")) assert.equal(found.verdict, expected, `${rule} with ${changed[bound.fact.slice(1)]}`);
      tested += 1;
    }
  }
  return tested;
});

always(
  "the order of dates and periods does not matter, nor does a duplicate",
  (subject, { facts }) => {
    const lists = facts.filter(({ type }) => ["dates", "periods"].includes(type)).map(({ fact }) => fact.slice(1));
    const filled = records(subject).filter((record) => lists.length === 0 || lists.every((key) => record[key]?.length > 1));
    return fc.tuple(fc.constant(lists), filled, fc.infiniteStream(fc.nat()));
  },
  ({ subject }, [lists, record, numbers]) => {
    if (lists.length === 0) return 0;
    const shuffled = Object.fromEntries(
      Object.entries(record).map(([key, value]) => {
        if (!lists.includes(key)) return [key, value];
        const twice = [...value, value[numbers.next().value % value.length]];
        return [key, twice.map((it) => [numbers.next().value, it]).sort(([a], [b]) => a - b).map(([, it]) => it)];
      }),
    );
    const results = (of) => findings(subject, of)?.map(({ rule, verdict, bounds }) => ({ rule, verdict, bounds }));
    assert.deepEqual(results(shuffled), results(record));
    return 1;
  },
);

always("the answer for an object equals the answer for a text", spoilt, ({ subject }, record) => {
  const text = JSON.stringify(record);
  assert.equal(JSON.stringify(check(subject, record)), checkJson(subject, text));
});

for (const [draft, { default: Ajv }] of Object.entries(drafts)) {
  // Not expressible in a schema: relations between facts, and the number of decimals of a JSON number.
  const gaps = ["part_exceeds_whole", "date_order", "duplicate_key", "lone_surrogate"];
  const decimals = ({ code, given }) => ["not_money", "not_a_share"].includes(code) && /^-?\d/.test(given);
  const ajv = new Ajv({ strict: true });
  formats.default(ajv);
  keywords().forEach((keyword) => ajv.addKeyword(keyword));
  const compiled = Object.fromEntries(subjects().map(({ subject }) => [subject, ajv.compile(schema(subject, { draft }))]));

  always(`${draft}: the schema accepts what the parser accepts`, spoilt, ({ subject }, record) => {
    const validate = compiled[subject];
    const faults = check(subject, record).faults.filter((fault) => !gaps.includes(fault.code) && !decimals(fault));
    // A lone surrogate is a fault before anything else is parsed.
    if (check(subject, record).faults.some(({ code }) => code === "lone_surrogate")) return 0;
    assert.equal(validate(record), faults.length === 0, `${JSON.stringify(record)}: ${ajv.errorsText(validate.errors)} / ${JSON.stringify(faults)}`);
    return 1;
  });
}
