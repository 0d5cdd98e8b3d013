import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("react-hook-form", async () => filledIn(await open("react-hook-form/form.tsx")));
