import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("naive-ui", async () => filledIn(await open("naive-ui/form.vue")));
