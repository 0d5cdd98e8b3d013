import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("arco-vue", async () => filledIn(await open("arco-vue/form.vue")));
