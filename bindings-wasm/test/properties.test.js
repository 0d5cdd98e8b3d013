// What holds of every record: unknown is monotone, a shortfall cures exactly, order does not matter, text and
// objects come to the same, and the schema accepts what the reader accepts.
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

// Seeded: what fails once fails again, and a failure names the record.
const settings = { seed: 8218, numRuns: 150 };

/** Something that holds of every record of every subject; `holds` says how many times it had something to say. */
function always(title, arbitrary, holds) {
  test(title, () => {
    let said = 0;
    for (const subject of subjects()) {
      const count = (record) => void (said += Number(holds(subject, record) ?? 1));
      fc.assert(fc.property(arbitrary(subject.subject, subject), count), settings);
    }
    assert.ok(said > 200, `${said} cases`);
  });
}

const findings = (subject, record) => check(subject, record).report?.findings;

// Absence of these has a meaning of its own.
const meaning = ["size_class", "base_date"];

always(
  "filling in a missing fact never changes a verdict other than undetermined",
  (subject) => fc.tuple(records(subject), fc.func(fc.boolean())),
  ({ subject, facts }, [full, taken]) => {
    const needed = facts.filter(({ required }) => required).map(({ fact }) => fact.slice(1));
    const kept = Object.entries(full).filter(([key]) => needed.includes(key) || meaning.includes(key) || !taken(key));
    const [before, after] = [findings(subject, Object.fromEntries(kept)), findings(subject, full)];
    if (!before || !after) return 0;
    before.forEach(({ rule, verdict }, at) => {
      if (verdict !== "undetermined") assert.equal(after[at].verdict, verdict, rule);
    });
    return before.length;
  },
);

/** An amount of the smallest unit, and the other way. */
const units = (amount) => BigInt(amount.replace(".", ""));
const amount = (units, money) => {
  if (!money) return Number(units);
  const digits = String(units).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

always("what is short cures exactly, and one unit less does not", records, ({ subject, facts }, record) => {
  let cured = 0;
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
      // More of one fact may be too much beside another: that is a fault, and nothing is judged.
      const found = findings(subject, changed)?.find((it) => it.rule === rule);
      if (!found) continue;
      // Where the bound itself depends on what is missing, the least of them was said; and nothing is a share of nothing.
      const open = (found.verdict === "undetermined" && found.missing.length > 0) || found.verdict === "not_applicable";
      if (!(open && expected === "met")) assert.equal(found.verdict, expected, `${rule} with ${changed[bound.fact.slice(1)]}`);
      cured += 1;
    }
  }
  return cured;
});

always(
  "the order of dates and periods does not matter, nor does one that stands twice",
  (subject, { facts }) => {
    const lists = facts.filter(({ type }) => ["dates", "periods"].includes(type)).map(({ fact }) => fact.slice(1));
    const filled = records(subject).filter((record) => lists.length === 0 || lists.every((key) => record[key]?.length > 1));
    return fc.tuple(fc.constant(lists), filled, fc.infiniteStream(fc.nat()));
  },
  ({ subject }, [lists, record, numbers]) => {
    if (lists.length === 0) return 0;
    const turned = Object.fromEntries(
      Object.entries(record).map(([key, value]) => {
        if (!lists.includes(key)) return [key, value];
        const twice = [...value, value[numbers.next().value % value.length]];
        return [key, twice.map((it) => [numbers.next().value, it]).sort(([a], [b]) => a - b).map(([, it]) => it)];
      }),
    );
    const told = (of) => findings(subject, of)?.map(({ rule, verdict, bounds }) => ({ rule, verdict, bounds }));
    assert.deepEqual(told(turned), told(record));
    return 1;
  },
);

always("an answer by objects is the answer by text", spoilt, ({ subject }, record) => {
  const text = JSON.stringify(record);
  assert.equal(JSON.stringify(check(subject, record)), checkJson(subject, text));
});

for (const [draft, { default: Ajv }] of Object.entries(drafts)) {
  // What no schema can say: relations between facts, and how many decimals a JSON number has.
  const gaps = ["part_exceeds_whole", "date_order", "duplicate_key", "lone_surrogate"];
  const decimals = ({ code, given }) => ["not_money", "not_a_share"].includes(code) && /^-?\d/.test(given);
  const ajv = new Ajv({ strict: true });
  formats.default(ajv);
  keywords().forEach((keyword) => ajv.addKeyword(keyword));
  const compiled = Object.fromEntries(subjects().map(({ subject }) => [subject, ajv.compile(schema(subject, { draft }))]));

  always(`${draft}: the schema accepts what the reader accepts`, spoilt, ({ subject }, record) => {
    const validate = compiled[subject];
    const faults = check(subject, record).faults.filter((fault) => !gaps.includes(fault.code) && !decimals(fault));
    // Half a character is refused before anything is read.
    if (check(subject, record).faults.some(({ code }) => code === "lone_surrogate")) return 0;
    assert.equal(validate(record), faults.length === 0, `${JSON.stringify(record)}: ${ajv.errorsText(validate.errors)} / ${JSON.stringify(faults)}`);
    return 1;
  });
}
