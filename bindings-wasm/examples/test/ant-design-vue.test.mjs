import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("ant-design-vue", async () => filledIn(await open("ant-design-vue/form.vue")));
