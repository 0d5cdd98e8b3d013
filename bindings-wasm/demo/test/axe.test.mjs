// axe finds no accessibility violation: both languages, desktop and phone, empty, filled-in and faulty forms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { addressOf, start } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const samples = JSON.parse(readFileSync(new URL("../src/samples.json", import.meta.url), "utf8"));

const faulty = {
  enterprise: { name: "x".repeat(501), staff_total: "many", teacher_posts: 3, teacher_posts_mentored: 4, size_class: "huge", nonsense: 1 },
  teacher: { as_of: "2024-02-30", practice: [{ start: "2024-01-02", end: "2024-01-01" }, {}], explanations: { nothing: "x" } },
  industry_forecast: { as_of: "2024-06-30", published: ["2024-13-01", ""] },
  school: { name: 5, school_kind: "none", charter: "yes" },
  funding_standard: { year: 1800, standard_yuan: "-1" },
};

async function violations(page) {
  const results = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "incomplete"] }));
  assert.ok(results.passes.length > 10, "axe has run");
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`);
}

for (const language of ["zh", "en"]) {
  for (const size of ["desktop", "phone"]) {
    test(`${language}, ${size}`, async (t) => {
      const page = await site.open(t, { language, size });
      await page.evaluate(axe);
      for (const subject of Object.keys(faulty)) {
        const full = samples[subject][0].record;
        for (const [state, record] of Object.entries({ empty: {}, full, faulty: faulty[subject] })) {
          await page.evaluate((hash) => (location.hash = hash), addressOf(subject, record));
          await page.locator(`.menu a[href="#/${subject}"][aria-current]`).waitFor({ state: "attached" });
          await page.locator(".numbers:not([open])").evaluateAll((all) => all.forEach((numbers) => (numbers.open = true)));
          for (const summary of await page.locator(".basis summary").all()) await summary.evaluate((element) => element.click());
          assert.equal((await page.locator(".fault-summary").count()) > 0, state === "faulty");
          assert.deepEqual(await violations(page), [], `${subject}, ${state}`);
        }
      }
    });
  }
}

test("the dialog, the open menu, the changed numbers and the printed report", async (t) => {
  const page = await site.open(t, { record: samples.enterprise[3].record, size: "phone" });
  await page.evaluate(axe);
  await page.locator(".numbers summary").click();
  await page.locator("#number-training_fund_share_general").fill("1.2");
  await page.locator("#number-frontline_share").fill("much");
  assert.deepEqual(await violations(page), [], "numbers");
  await page.locator("#number-frontline_share").fill("");
  await page.locator(".menu-toggle").click();
  assert.deepEqual(await violations(page), [], "menu");
  await page.locator(".menu-toggle").click();
  await page.getByRole("button", { name: "导入" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill('{"staff_total": -1}');
  assert.deepEqual(await violations(page), [], "dialog");
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await violations(page), [], "printed report");
});
