import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("vee-validate", async () => filledIn(await open("vee-validate/form.vue")));
