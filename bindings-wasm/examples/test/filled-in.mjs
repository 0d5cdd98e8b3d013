// What a user sees when filling in the form of an example, the same for every library.
import { strict as assert } from "node:assert";

const NAME = "企业名称";
const STAFF = "在职员工数";
const POSTS = "每年提供的顶岗实践岗位数";
const MENTORED = "专人指导";

const HOSTILE = "<img src=x onerror=alert(1)>";

/** Fills in a form: a fault and an unmet mandatory obligation block it, one in principle only warns. */
export async function filledIn(page) {
  await page.type(NAME, HOSTILE);
  await page.type(STAFF, "-3200");
  await page.type(POSTS, "14");
  await page.type(MENTORED, "13");
  await page.submit();
  await page.showsAt(STAFF, "在职员工数：超出范围");
  assert.doesNotMatch(page.body.textContent, /已提交/, "a fault blocks");

  await page.type(STAFF, "3200");
  await page.hides(STAFF, "超出范围");
  await page.showsAt(MENTORED, "提供的 14 个顶岗实践岗位均应安排专人指导，实际 13 个，差 1 个");
  await page.showsAt(POSTS, "未达到“原则上”的要求：应提供教师顶岗实践岗位 16 个以上，实际 14 个，差 2 个");
  await page.submit();
  await page.showsAt(MENTORED, "差 1 个");
  assert.doesNotMatch(page.body.textContent, /已提交/, "an unmet obligation blocks");

  await page.type(MENTORED, "14");
  await page.hides(MENTORED, "差 1 个");
  await page.showsAt(POSTS, "差 2 个");
  await page.submit();
  await page.shows(`已提交：${HOSTILE}`);
  assert.equal(page.body.querySelector("img"), null, "what was typed is shown as text");

  await page.type(MENTORED, "16");
  await page.showsAt(MENTORED, "部分大于整体");
  await page.type(POSTS, "16");
  await page.hides(POSTS, "差 2 个");
  await page.hides(MENTORED, "部分大于整体");
}
