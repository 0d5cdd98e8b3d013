// `npm run bench`: the time to check a record, the time until the first check, and the same for
// libraries that validate the shape only.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { check, checkJson, questions } from "chanjiao";
import { keywords, schema } from "chanjiao/schema";
import { z } from "zod";
import { write } from "./dist/json.js";

/** The record of the core's benchmark: an enterprise with all facts known. */
const source = readFileSync(new URL("../core/benches/check.rs", import.meta.url), "utf8");
const record = JSON.parse(/r#"(\{[^]*?\})"#/.exec(source)[1]);

const sorted = (numbers) => numbers.sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];

function microseconds(task) {
  for (let i = 0; i < 3000; i += 1) task();
  const times = Array.from({ length: 5000 }, () => {
    const from = process.hrtime.bigint();
    task();
    return Number(process.hrtime.bigint() - from) / 1000;
  });
  return median(times);
}

function milliseconds(script) {
  const timed = `const from = performance.now(); ${script}; console.log(performance.now() - from);`;
  const once = () => Number(execFileSync(process.execPath, ["--input-type=module", "-e", timed], { cwd: import.meta.dirname }));
  once();
  return median(Array.from({ length: 15 }, once));
}

const enterprise = schema("enterprise");
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
for (const keyword of keywords()) ajv.addKeyword(keyword);
const compiled = ajv.compile(enterprise);

const number = { count: z.number().int().min(0), year: z.number().int().min(1900).max(2999) };
const kinds = {
  text: () => z.string().max(500),
  flag: () => z.boolean(),
  count: () => number.count,
  year: () => number.year,
  money: (field) => z.union([z.string().regex(new RegExp(field.anyOf[0].pattern, "u")), z.number().min(0)]),
  choice: (field) => z.enum(field.enum.filter((word) => word !== null)),
};
const shape = Object.entries(enterprise.properties)
  .filter(([, field]) => "x-kind" in field)
  .map(([name, field]) => [name, kinds[field["x-kind"]](field).nullish()]);
const zod = z.strictObject(Object.fromEntries(shape));

if (!compiled(record) || !zod.safeParse(record).success) throw new Error("the record must be valid");

const text = write(record);
const bytes = new TextEncoder().encode(checkJson("enterprise", text)).length;

/** Reads every verdict, missing fact and bound, but no message. */
function withoutMessages({ report }) {
  return report.findings.reduce((sum, { verdict, missing, bounds }) => sum + verdict.length + missing.length + bounds.length, 0);
}

/** Reads every message in both languages. */
function messages({ report }) {
  return report.findings.reduce((sum, { message }) => sum + message.zh.length + message.en.length, 0);
}

const rows = [
  ["check: object in, answer out", microseconds(() => check("enterprise", record))],
  ["  of which writing the record", microseconds(() => write(record))],
  ["check, findings read without messages", microseconds(() => withoutMessages(check("enterprise", record)))],
  ["check, all messages read", microseconds(() => messages(check("enterprise", record)))],
  ["check: text in, text out", microseconds(() => checkJson("enterprise", text))],
  ["questions: object in, questions out", microseconds(() => questions("enterprise", record))],
  ["Ajv, compiled; the shape only", microseconds(() => compiled(record))],
  ["zod; the shape only", microseconds(() => zod.safeParse(record))],
];
const ready = [
  ["chanjiao, ready", milliseconds('await import("chanjiao")')],
  ["chanjiao, first answer", milliseconds('const { check } = await import("chanjiao"); check("visit", {})')],
  ["browser entry, ready", milliseconds('await import("./dist/index.js")')],
  ["browser entry, first answer", milliseconds('const { check } = await import("./dist/index.js"); check("visit", {})')],
  ["Ajv, with the schema compiled", milliseconds(`
    const { default: Ajv } = await import("ajv/dist/2020.js"); const { default: formats } = await import("ajv-formats");
    const { schema, keywords } = await import("chanjiao/schema");
    const ajv = new Ajv(); formats.default(ajv); keywords().forEach((it) => ajv.addKeyword(it));
    ajv.compile(schema("enterprise"))({})`)],
  ["zod, without a schema", milliseconds('const { z } = await import("zod"); z.object({}).safeParse({})')],
];

const line = ([name, figure]) => console.log(`  ${name.padEnd(42)} ${figure.toFixed(1).padStart(8)}`);
console.log(`Node ${process.version}, ${cpus()[0].model}; an enterprise, ${text.length} characters in, ${bytes} bytes out`);
console.log("\nmicroseconds per call, median of 5000");
rows.forEach(line);
console.log("\nmilliseconds from import until ready or until the first answer, median of 15 processes");
ready.forEach(line);
