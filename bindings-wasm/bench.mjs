// How long one record takes and how soon the first can be checked, beside libraries that look at
// the shape alone: `npm run bench`.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { check, checkJson, questions } from "chanjiao";
import { keywords, schema } from "chanjiao/schema";
import { z } from "zod";
import { write } from "./dist/json.js";

/** The record of the core's own benchmark: an enterprise of which everything is known. */
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

if (!compiled(record) || !zod.safeParse(record).success) throw new Error("the record is to be sound");

const text = write(record);
const bytes = new TextEncoder().encode(checkJson("enterprise", text)).length;

/** Every verdict, what is missing and every bound; all but the messages. */
function facts({ report }) {
  return report.findings.reduce((sum, { verdict, missing, bounds }) => sum + verdict.length + missing.length + bounds.length, 0);
}

/** Every message in both languages. */
function messages({ report }) {
  return report.findings.reduce((sum, { message }) => sum + message.zh.length + message.en.length, 0);
}

const rows = [
  ["check: object in, answer out", microseconds(() => check("enterprise", record))],
  ["  of it: writing the record", microseconds(() => write(record))],
  ["check, every finding read but its message", microseconds(() => facts(check("enterprise", record)))],
  ["check, every message read as well", microseconds(() => messages(check("enterprise", record)))],
  ["text to text, messages and all", microseconds(() => checkJson("enterprise", text))],
  ["questions: object in, questions out", microseconds(() => questions("enterprise", record))],
  ["Ajv compiled, the shape alone", microseconds(() => compiled(record))],
  ["zod, the shape alone", microseconds(() => zod.safeParse(record))],
];
const ready = [
  ["chanjiao, ready", milliseconds('await import("chanjiao")')],
  ["chanjiao, first answer", milliseconds('const { check } = await import("chanjiao"); check("visit", {})')],
  ["as browsers have it, ready", milliseconds('await import("./dist/index.js")')],
  ["as browsers have it, first answer", milliseconds('const { check } = await import("./dist/index.js"); check("visit", {})')],
  ["Ajv, with the schema compiled", milliseconds(`
    const { default: Ajv } = await import("ajv/dist/2020.js"); const { default: formats } = await import("ajv-formats");
    const { schema, keywords } = await import("chanjiao/schema");
    const ajv = new Ajv(); formats.default(ajv); keywords().forEach((it) => ajv.addKeyword(it));
    ajv.compile(schema("enterprise"))({})`)],
  ["zod, without a schema", milliseconds('const { z } = await import("zod"); z.object({}).safeParse({})')],
];

const line = ([name, figure]) => console.log(`  ${name.padEnd(42)} ${figure.toFixed(1).padStart(8)}`);
console.log(`Node ${process.version}, ${cpus()[0].model}; an enterprise, ${text.length} characters in, ${bytes} bytes out`);
console.log("\nmicroseconds a call, median of 5000");
rows.forEach(line);
console.log("\nmilliseconds from import until it is ready, and to the first answer, median of 15 processes");
ready.forEach(line);
