// Text that contains code stays text in every input and output.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { subjects } from "chanjiao";
import { addressOf, exported, fact, finding, start } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

// The results, for the report on reliability: the attack, the target and the outcome.
const outcomes = [];
after(() => {
  const folder = new URL("../../../target/reliability/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("hostile-page.json", folder), JSON.stringify(outcomes.map(([attack, outcome]) => [attack, "form page, in Chromium", outcome])));
});

const texts = [
  `<img src=x onerror="globalThis.harmed=1;alert(1)">`,
  `"><svg/onload=alert(1)>'"><script>globalThis.harmed=1</script><iframe srcdoc="<b>x"></iframe>`,
  `javascript:alert(1)//{{7*7}}\${7*7}<!--]]>\u202e\u0000&lt;b&gt;`,
];

/** Elements and attributes that the page itself never has. */
const foreign = (page) =>
  page.evaluate(() => {
    const found = [...document.body.querySelectorAll("img, script:not([type=module]), iframe, object, embed, a[href^='javascript']")];
    const armed = [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")));
    return [...found, ...armed].map((element) => element.outerHTML.slice(0, 200));
  });

async function harmless(page, message) {
  assert.deepEqual(await foreign(page), [], message);
  assert.equal(await page.evaluate(() => globalThis.harmed), undefined, message);
}

for (const language of ["zh", "en"]) {
  test(`in every text field of every subject: ${language}`, async (t) => {
    const page = await site.open(t, { language });
    for (const { subject, facts } of subjects()) {
      await page.evaluate((hash) => (location.hash = hash), addressOf(subject));
      await page.locator(`.menu a[href="#/${subject}"][aria-current]`).waitFor();
      for (const add of await page.locator(".list-foot > .button").all()) await add.click();
      const inputs = await page.locator("#facts input[type=text]").all();
      const asked = facts.filter(({ type }) => !["choice", "flag", "dates", "periods"].includes(type));
      assert.ok(inputs.length >= asked.length, `${subject}: ${inputs.length} inputs`);
      for (const [index, input] of inputs.entries()) await input.fill(texts[index % texts.length]);
      await harmless(page, subject);
      const onPaper = await page.locator(".paper td").filter({ hasText: /onerror|onload|javascript:/ }).count();
      assert.ok(onPaper >= asked.filter(({ fact }) => fact.split("/").length === 2).length, `${subject} is printed as it was typed`);
      const clear = page.getByRole("button", { name: { zh: "清空", en: "Clear" }[language] });
      if (inputs.length > 0) await clear.click();
    }
    outcomes.push([`HTML and scripts in every field of every subject, ${language}`, "text on the screen and on paper; nothing of it runs"]);
  });
}

test("in reasons, numbers, unknown facts, a pasted text and an address", async (t) => {
  const [text] = texts;
  const record = { [text]: text, name: text, size_class: text, "__proto__": text, explanations: { [text]: text } };
  const page = await site.open(t, { record });
  await harmless(page, "from the address");
  assert.ok((await page.locator(".fault-summary").innerText()).includes("<img"), "it is shown as text");
  await page.getByRole("button", { name: "清空" }).click();

  await page.getByRole("button", { name: "导入" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(JSON.stringify(record));
  assert.ok((await page.locator("#import-faults").innerText()).includes("<img"));
  await harmless(page, "in the dialog");
  await page.getByRole("dialog").getByRole("button", { name: /载入/ }).click();
  await harmless(page, "from the dialog");
  await page.getByRole("button", { name: "清空" }).click();

  await page.locator(".numbers summary").click();
  for (const input of await page.locator(".numbers input").all()) await input.fill(text);
  await harmless(page, "as numbers");
  await page.getByRole("button", { name: "恢复默认" }).click();

  await fact(page, "size_class").selectOption("medium");
  await fact(page, "staff_in_service").fill("3200");
  await fact(page, "teacher_posts").fill("1");
  await finding(page, "enterprise.teacher_posts").getByRole("textbox").fill(text);
  await page.emulateMedia({ media: "print" });
  assert.ok((await page.locator(".paper").innerText()).includes(text), "the reasons are printed as they were typed");
  await harmless(page, "as reasons");
  outcomes.push(["HTML and scripts in reasons, numbers, keys, a pasted record, an address", "text; nothing of it runs"]);
});

test("in the search and in the stored state", async (t) => {
  const page = await site.open(t);
  await page.getByRole("searchbox").fill(texts[0]);
  await harmless(page, "in the search");
  await page.evaluate((text) => {
    localStorage.setItem("chanjiao-demo", JSON.stringify({ language: text, subject: text, drafts: { enterprise: { name: text, [text]: { html: text } } }, overrides: { enterprise: { [text]: text } } }));
  }, texts[0]);
  await page.reload();
  await harmless(page, "stored");
  assert.equal(await fact(page, "name").inputValue(), texts[0]);
  outcomes.push(["HTML and scripts in the search and in what the browser keeps", "text; nothing of it runs"]);
});

test("keys of prototypes, in an address and in a pasted text", async (t) => {
  const record = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"x","explanations":{"__proto__":{"polluted":1}}}';
  const page = await site.open(t);
  const clean = () => page.evaluate(() => [{}.polluted, Object.keys(Object.prototype).length]);
  await page.evaluate((text) => (location.hash = `#/enterprise?${new URLSearchParams({ record: text, parameters: text })}`), record);
  await page.locator(".fault-summary").waitFor();
  assert.deepEqual(await clean(), [undefined, 0]);
  await page.getByRole("button", { name: "清空" }).click();
  await page.getByRole("button", { name: "导入" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(record);
  assert.ok((await page.locator("#import-faults").innerText()).includes("__proto__"));
  await page.getByRole("dialog").getByRole("button", { name: /载入/ }).click();
  await fact(page, "name").fill("y");
  assert.deepEqual(await clean(), [undefined, 0]);
  outcomes.push(["keys `__proto__`, `constructor` in a pasted record and an address", "unknown keys; no prototype has changed"]);
});

test("a large file is read only up to the limit of a text", async (t) => {
  const page = await site.open(t);
  await page.getByRole("button", { name: "导入" }).click();
  const buffer = Buffer.alloc(17 << 20, '{"name":"x"}        ');
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles({ name: "large.json", mimeType: "application/json", buffer });
  await page.locator("#import-faults").getByText("内容过大").waitFor({ timeout: 120_000 });
  assert.equal(await page.evaluate(() => document.querySelector("#import-text").value.length), (16 << 20) + 1);
  outcomes.push(["a file of 17 MiB", "read up to 16 MiB: one fault, too large"]);
});

test("a text of a million characters and one without line breaks do not break the page", async (t) => {
  const page = await site.open(t, { size: "phone" });
  await fact(page, "name").fill("湘".repeat(1_000_000));
  assert.match(await page.locator(".banner-words").innerText(), /有 1 处填写有误/);
  await fact(page, "name").fill("W".repeat(500));
  assert.equal(await page.locator(".fault-summary").count(), 0);
  assert.equal(JSON.parse((await exported(page)).text).name.length, 500);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  outcomes.push(["a name of a million characters", "one fault at its field; the page stays as wide as the phone"]);
});
