import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("element-plus", async () => filledIn(await open("element-plus/form.vue")));
