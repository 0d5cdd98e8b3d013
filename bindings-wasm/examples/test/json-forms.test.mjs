import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("json-forms", async () => filledIn(await open("json-forms/form.tsx")));
