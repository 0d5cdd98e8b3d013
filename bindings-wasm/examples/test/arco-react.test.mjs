import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { open } from "./page.mjs";

test("arco-react", async () => filledIn(await open("arco-react/form.tsx")));
