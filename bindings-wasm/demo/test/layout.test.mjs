// Nothing is wider than the screen or cut off.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { subjects } from "chanjiao";
import { addressOf, start } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const samples = JSON.parse(readFileSync(new URL("../src/samples.json", import.meta.url), "utf8"));

/** Elements beyond an edge of the screen. */
const beyond = (page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth > innerWidth) return [`the page is ${document.documentElement.scrollWidth} wide`];
    return [...document.querySelectorAll("h1, h2, h3, h4, p, label, button, select, input, li, text")]
      .filter((element) => !element.closest(".hidden, .paper, .skip, dialog") && element.getClientRects().length > 0)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });

for (const language of ["zh", "en"]) {
  for (const [name, size] of [["a phone", { width: 390, height: 844 }], ["a small phone", { width: 320, height: 640 }], ["a tablet", { width: 834, height: 1112 }], ["a desktop", { width: 1280, height: 800 }]]) {
    test(`no sideways scrolling on ${name}: ${language}`, async (t) => {
      const page = await site.open(t, { language });
      await page.setViewportSize(size);
      for (const { subject } of subjects()) {
        await page.evaluate((hash) => (location.hash = hash), addressOf(subject));
        await page.locator(`.menu a[href="#/${subject}"][aria-current]`).waitFor({ state: "attached" });
        assert.deepEqual(await beyond(page), [], `${subject}, empty`);
        await page.locator("#sample").selectOption(String(samples[subject].length - 1));
        await page.locator(".numbers:not([open]) summary").click();
        for (const summary of await page.locator(".basis summary").all()) await summary.evaluate((element) => element.click());
        assert.deepEqual(await beyond(page), [], `${subject}, filled in`);
      }
    });
  }
}

test("on a phone the conclusion stays visible and leads to the result; the menu opens and closes", async (t) => {
  const page = await site.open(t, { subject: "visit", size: "phone" });
  const peek = page.locator(".peek");
  await page.locator("#sample").selectOption("1");
  assert.match(await peek.innerText(), /无应评价事项/);
  await page.locator("#fact-end").fill("2023");
  assert.match(await peek.innerText(), /有 1 处填写有误/);
  assert.ok(await peek.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight));
  await peek.click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "result");
  assert.ok(await page.locator(".menu-body").isHidden());
  await page.locator(".menu-toggle").click();
  await page.getByRole("link", { name: "教师", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "教师", exact: true }).waitFor();
  assert.ok(await page.locator(".menu-body").isHidden());
});
