// Mistakes are compile errors; correct code compiles.
import { test } from "node:test";
import { here, tool } from "./support.js";

test("a wrong field, choice, rule or parameter does not compile", () => {
  try {
    tool("typescript/bin/tsc", ["-p", `${here}/test/types`]);
  } catch (error) {
    throw new Error(error.stdout);
  }
});
