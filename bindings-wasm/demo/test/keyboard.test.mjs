// Use by keyboard and with a screen reader.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exported, fact, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const focus = (page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return { id: at.id, text: (at.innerText ?? "").trim(), tag: at.tagName.toLowerCase() };
  });

/** Presses Tab until the focus is on the wanted element. */
async function tabTo(page, wanted, key = "Tab") {
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press(key);
    const at = await focus(page);
    if (wanted(at)) return at;
  }
  throw new Error(`not among 200 stops: ${wanted}`);
}

test("a record is filled in, judged, completed and cleared by keyboard only", async (t) => {
  const page = await site.open(t, { subject: "programme" });
  await page.keyboard.press("Tab");
  assert.equal((await focus(page)).text, "跳到填写区");
  await page.keyboard.press("Enter");
  assert.equal((await focus(page)).id, "facts");
  await tabTo(page, ({ id }) => id === "fact-name");
  await page.keyboard.type("数控技术");
  await page.keyboard.press("Tab");
  assert.equal((await focus(page)).id, "fact-school_kind");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1299");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2600");
  assert.equal(await verdict(page, "programme.practical_hours"), "不符合");

  await tabTo(page, ({ text }) => text === "是否新设专业" || text.includes("新"), "Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(JSON.parse((await exported(page)).text), {
    name: "数控技术",
    school_kind: "secondary_vocational",
    practical_hours: 1299,
    total_hours: 2600,
    new_programme: true,
  });

  await fact(page, "total_hours").focus();
  await tabTo(page, ({ text }) => text === "试填 1,300");
  await page.keyboard.press("Enter");
  assert.equal(await verdict(page, "programme.practical_hours"), "符合");
  await fact(page, "name").focus();
  await tabTo(page, ({ text }) => text === "清空", "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await fact(page, "name").inputValue(), "");
});

test("the second skip link leads to the result, and the language is changed by keyboard", async (t) => {
  const page = await site.open(t);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal((await focus(page)).id, "result");
  await tabTo(page, ({ text }) => text === "English", "Shift+Tab");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

test("the import dialog takes the focus and returns it", async (t) => {
  const page = await site.open(t);
  await page.getByRole("button", { name: "导入" }).focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.querySelector("dialog").contains(document.activeElement)));
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)));
  }
  await page.keyboard.press("Escape");
  assert.equal((await focus(page)).text, "导入");
});

test("every tab stop has a name and is visible, forwards and backwards", async (t) => {
  const record = { as_of: "2024-06-30", practice: [{ start: "2023-07-01" }] };
  const page = await site.open(t, { subject: "teacher", record });
  const seen = new Set();
  let key = "Tab";
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      const shown = at.matches(".segment input") ? at.closest(".segment") : at;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const name = at.labels?.[0]?.innerText || at.getAttribute("aria-label") || at.innerText || document.getElementById(at.getAttribute("aria-labelledby"))?.innerText;
      const { width, height, top, bottom } = shown.getBoundingClientRect();
      const banner = document.querySelector(".banner").getBoundingClientRect();
      const covered = at.closest(".result") && !at.closest(".banner") && bottom <= banner.bottom && top >= banner.top && banner.top <= 0;
      return { html: at.outerHTML.slice(0, 120), name, outline: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, size: width * height, inSight: bottom > 0 && top < innerHeight && !covered };
    });
    if (stop === null && key === "Shift+Tab") break;
    if (stop === null) {
      key = "Shift+Tab";
      continue;
    }
    seen.add(stop.html);
    assert.ok(stop.name, `no name: ${stop.html}`);
    assert.ok(stop.outline, `no outline: ${stop.html}`);
    assert.ok(stop.size > 100, `too small: ${stop.html}`);
    assert.ok(stop.inSight, `out of sight: ${stop.html}`);
  }
  assert.ok(seen.size > 60, `${seen.size} stops`);
});

test("the conclusion and the faults are announced once typing has paused", async (t) => {
  const page = await site.open(t, { record: { total_wages_yuan: "288000000", training_fund_category: "general" } });
  await fact(page, "training_fund_set_aside_yuan").fill("1");
  await page.locator(".banner [role=status]", { hasText: "不符合文件要求。不符合 1 条" }).waitFor({ state: "attached" });
  await fact(page, "training_fund_set_aside_yuan").fill("一");
  await page.locator(".banner [role=status]", { hasText: "有 1 处填写有误" }).waitFor({ state: "attached" });
});
