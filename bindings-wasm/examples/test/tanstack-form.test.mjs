import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("tanstack-form", async () => filledIn(await open("tanstack-form/form.tsx")));
