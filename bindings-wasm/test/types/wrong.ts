// Every line after `@ts-expect-error` must not compile.
import { check, questions, standardSchema, subjects } from "chanjiao";
import { labels } from "chanjiao/labels";
import init from "chanjiao/lazy";
import { parameters } from "chanjiao/parameters";
import { policy } from "chanjiao/policy";
import { rules } from "chanjiao/rules";
import { schema } from "chanjiao/schema";

check("visit", { start: "2023-01-01", end: null });
// @ts-expect-error a wrong field
check("visit", { strat: "2023-01-01" });
// @ts-expect-error a field of another subject
check("visit", { staff_total: 1 });
// @ts-expect-error an unknown subject
check("visits", {});
// @ts-expect-error a required fact
check("teacher", {});
check("teacher", { as_of: "2024-01-01", practice: [{ start: "2023-01-01" }] });
// @ts-expect-error a required fact inside
check("teacher", { as_of: "2024-01-01", practice: [{}] });
// @ts-expect-error an unknown choice
check("enterprise", { size_class: "huge" });
check("enterprise", { size_class: "medium", staff_total: 10n, total_wages_yuan: "1.50" });
// @ts-expect-error a count is not text
check("enterprise", { staff_total: "10" });
// @ts-expect-error a date is text
check("visit", { start: new Date() });
// @ts-expect-error this rule cannot be explained
check("enterprise", { explanations: { "enterprise.training_fund": "…" } });
check("enterprise", { explanations: { "enterprise.teacher_posts": "…" } }, { parameters: { frontline_share: "65" } });
// @ts-expect-error an unknown parameter
check("enterprise", {}, { parameters: { frontline: "65" } });

const answer = check("enterprise", {});
// @ts-expect-error the report may be null
answer.report.findings;
if (answer.report !== null) {
  for (const finding of answer.report.findings) {
    if (finding.rule === "enterprise.teacher_posts") finding.bounds.length satisfies number;
    // @ts-expect-error an unknown rule
    if (finding.rule === "enterprise.teacher_post") throw new Error();
    // @ts-expect-error an unknown verdict
    if (finding.verdict === "passed") throw new Error();
  }
}
questions("visit", {}).questions?.map((question) => question.label.zh satisfies string);
// @ts-expect-error an unknown language
standardSchema("visit", { language: "de" });
// @ts-expect-error an unknown subject
standardSchema("visits");
// @ts-expect-error an unknown schema
schema("visits");
schema("answer", { draft: "draft-07" });
// @ts-expect-error a read-only property
subjects()[0].label = { zh: "", en: "" };
rules().rules[0]!.rule satisfies `${string}.${string}`;
parameters()[0]!.default satisfies string | null;
// @ts-expect-error an unknown status
if (parameters()[0]!.status === "checked") throw new Error();
policy().statements[0]!.nature satisfies "quantitative" | "target" | "checkable" | "eligibility" | "narrative";
// @ts-expect-error an unknown nature
if (policy().statements[0]!.nature === "story") throw new Error();
labels().unit.class_hour.en satisfies string;
// @ts-expect-error an unknown unit
labels().unit.hour;
init() satisfies Promise<void>;
