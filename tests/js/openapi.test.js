// Validates the service's OpenAPI document against the official schema of OpenAPI 3.1.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";

const run = ["run", "--quiet", "-p", "chanjiao-service", "--", "--listen", "127.0.0.1:0"];
const cwd = fileURLToPath(new URL("../../", import.meta.url));
const service = spawn("cargo", run, { cwd, stdio: ["ignore", "ignore", "pipe"] });
after(() => service.kill());
const started = await new Promise((resolve) => createInterface(service.stderr).once("line", resolve));
const top = `http://${started.split("address=")[1].trim()}/`;
const json = async (path) => (await fetch(new URL(path, top))).json();

const references = (value) =>
  Object.entries(value ?? {}).flatMap(([key, inner]) =>
    key === "$ref" ? [inner] : typeof inner === "object" ? references(inner) : []);

test("the document is valid OpenAPI 3.1, and every referenced file is served", async () => {
  const document = await json("openapi.json");
  const validator = new Validator({ strict: true });
  const files = new Set(references(document).filter((it) => !it.startsWith("#")).map((it) => it.split("#")[0]));
  assert.ok(files.size > 30);
  for (const file of files) await validator.addSpecRef(await json(file), file);
  const { valid, errors } = await validator.validate(document);
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, "3.1");
});

test("the validator rejects an invalid document", async () => {
  const document = await json("openapi.json");
  delete document.info.version;
  assert.equal((await new Validator().validate(document)).valid, false);
});
