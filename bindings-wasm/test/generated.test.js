// Generated files are current.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { labels } from "chanjiao/labels";
import { policy } from "chanjiao/policy";
import { parameters } from "chanjiao/parameters";
import { rules } from "chanjiao/rules";
import { keywords, schema } from "chanjiao/schema";
import { subjects } from "chanjiao";
import { generated } from "../build/generate.mjs";
import { here, top } from "./support.js";

const json = (path) => JSON.parse(readFileSync(join(top, "schemas", path), "utf8"));

test("js/generated is current", () => {
  for (const [path, text] of Object.entries(generated())) {
    assert.ok(readFileSync(join(here, "js/generated", path), "utf8") === text, `${path} is out of date: npm run build`);
  }
});

test("the catalogues equal those in the repository", () => {
  assert.deepEqual(rules(), json("rules.json"));
  assert.deepEqual(policy(), json("policy.json"));
  assert.deepEqual(parameters(), json("parameters.json"));
  assert.deepEqual(subjects(), json("subjects.json"));
  assert.deepEqual(labels(), json("labels.json"));
  assert.deepEqual(keywords(), json("keywords.json"));
});

test("the schemas equal those in the repository, in both drafts", () => {
  const names = [...subjects().map(({ subject }) => subject), "parameters", "answer", "questions"];
  for (const draft of ["2020-12", "draft-07"]) {
    for (const name of names) assert.deepEqual(schema(name, { draft }), json(`${draft}/${name}.json`));
  }
  assert.throws(() => schema("toString"), RangeError);
  assert.throws(() => schema("visit", { draft: "draft-04" }), RangeError);
  assert.throws(() => schema("answer", { draft: "draft-04" }), RangeError);
});
