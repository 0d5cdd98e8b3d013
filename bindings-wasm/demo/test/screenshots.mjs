// Takes screenshots: both languages, desktop and phone, the timeline and the printed report.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sizes, start } from "./browser.mjs";

const folder = fileURLToPath(new URL("../screenshots", import.meta.url));
mkdirSync(folder, { recursive: true });
const { browser, url, stop } = await start();

async function open(language, size, subject, sample) {
  const page = await browser.newPage({ viewport: sizes[size] });
  await page.goto(`${url}#/${subject}`);
  if (language === "en") await page.getByRole("button", { name: "English" }).click();
  if (sample !== undefined) await page.locator("#sample").selectOption(String(sample));
  return page;
}

async function shoot(page, name, fullPage = true) {
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}

for (const language of ["zh", "en"]) {
  for (const size of ["desktop", "phone"]) {
    for (const [subject, sample] of [["enterprise", 0], ["teacher", 3], ["industry_forecast", 1]]) {
      const page = await open(language, size, subject, sample);
      await shoot(page, `${subject}-${language}-${size}`);
      await page.close();
    }
  }
  const empty = await open(language, "desktop", "teacher");
  await shoot(empty, `empty-${language}`, false);
  await empty.close();

  const faulty = await open(language, "desktop", "enterprise", 3);
  await faulty.locator("#fact-teacher_posts_technical").fill("23");
  await faulty.locator("#fact-staff_total").fill("三千");
  await faulty.locator("#fact-sales_revenue_yuan").fill("5.2亿");
  await shoot(faulty, `faulty-${language}`, false);
  await faulty.close();

  const numbers = await open(language, "desktop", "enterprise", 3);
  await numbers.locator(".numbers summary").click();
  await numbers.locator("#number-training_fund_share_general").fill("1.2");
  await numbers.locator("#number-frontline_share").fill("55");
  await numbers.locator(".numbers").scrollIntoViewIfNeeded();
  await shoot(numbers, `numbers-${language}`, true);
  await numbers.close();

  const paper = await open(language, "desktop", "enterprise", 3);
  await paper.locator(".numbers summary").click();
  await paper.locator("#number-frontline_share").fill("55");
  await paper.pdf({ path: `${folder}/paper-${language}.pdf`, preferCSSPageSize: true, printBackground: true });
  await paper.emulateMedia({ media: "print" });
  await paper.setViewportSize({ width: 720, height: 1000 });
  await shoot(paper, `paper-${language}`);
  await paper.close();
}
await stop();
