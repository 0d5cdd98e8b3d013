// Ajv in strict mode accepts every schema unchanged, and agrees with the library on the vectors.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";

const top = new URL("../../", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, top), "utf8"));
const names = (folder) => readdirSync(new URL(folder, top)).filter((name) => name.endsWith(".json"));

const keywords = json("schemas/keywords.json");
// What a schema cannot express: relations between facts, and the decimals of a JSON number.
const gaps = new Set(["part_exceeds_whole", "date_order"]);
const gapsOfNumbers = new Set(["not_money", "not_a_share"]);
// Ajv gets values, not text, so it cannot see these.
const ofText = new Set(["duplicate_key", "lone_surrogate"]);

for (const [folder, Class] of [["2020-12", Ajv2020], ["draft-07", Ajv]]) {
  test(`${folder}: every schema compiles in strict mode`, () => {
    const logged = [];
    const logger = { log: (it) => logged.push(it), warn: (it) => logged.push(it), error: (it) => logged.push(it) };
    const ajv = new Class({ strict: true, allErrors: true, logger });
    formats.default(ajv);
    keywords.forEach((keyword) => ajv.addKeyword(keyword));
    const files = names(`schemas/${folder}/`);
    assert.ok(files.length > 30);
    files.forEach((file) => ajv.compile(json(`schemas/${folder}/${file}`)));
    assert.deepEqual(logged, []);
  });

  test(`${folder}: the schemas and the library agree on the vectors`, (t) => {
    const ajv = new Class({ strict: true });
    formats.default(ajv);
    keywords.forEach((keyword) => ajv.addKeyword(keyword));
    const compiled = (name) => ajv.compile(json(`schemas/${folder}/${name}.json`));
    const parameters = compiled("parameters");
    const counted = { accepted: 0, rejected: 0 };
    const judge = (validate, input, faults, title) => {
      const expressible = faults.filter(({ code, pointer }) => {
        const value = pointer.split("/").slice(1).reduce((at, key) => at?.[key], input);
        return !gaps.has(code) && !ofText.has(code) && !(gapsOfNumbers.has(code) && typeof value === "number");
      });
      const expected = expressible.length === 0;
      assert.equal(validate(input), expected, `${title}: ${ajv.errorsText(validate.errors)}`);
      counted[expected ? "accepted" : "rejected"] += 1;
    };
    for (const file of names("tests/vectors/")) {
      const { subject, cases } = json(`tests/vectors/${file}`);
      const validate = compiled(subject);
      for (const one of cases) {
        const title = `${subject}: ${one.title}`;
        const faults = (input) => (one.faults ?? []).filter((fault) => (fault.in ?? "record") === input);
        if (one.parameters !== undefined) judge(parameters, one.parameters, faults("parameters"), title);
        try {
          const record = one.text === undefined ? one.record : JSON.parse(one.text);
          judge(validate, record, faults("record"), title);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          t.diagnostic(`not JSON, so not validated: ${title}`);
        }
      }
    }
    assert.ok(counted.accepted > 900 && counted.rejected > 150, JSON.stringify(counted));
  });
}
