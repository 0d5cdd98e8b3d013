import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("antd", async () => filledIn(await open("antd/form.tsx")));
