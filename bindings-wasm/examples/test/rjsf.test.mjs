import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("rjsf", async () => filledIn(await open("rjsf/form.tsx")));
