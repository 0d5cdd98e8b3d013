// Answers lines with a package, as text and, if that loses nothing, as objects. Runs in Node and in
// a page.

async function hash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The answers to one line: as text, and as objects or "-". */
function both(line, { check, checkJson }) {
  const { subject, record, parameters, plain } = JSON.parse(line);
  const text = checkJson(subject, record, parameters ?? undefined);
  if (!plain) return [text, "-"];
  const options = parameters === null ? undefined : { parameters: JSON.parse(parameters) };
  return [text, JSON.stringify(check(subject, JSON.parse(record), options))];
}

/** The two hashes of all answers, as texts and as objects, or the answers themselves. */
export async function answers(lines, chanjiao, whole) {
  const found = lines.map((line) => both(line, chanjiao));
  if (whole) return found.flat().map((it) => `${it}\n`).join("");
  const hashes = [0, 1].map((way) => hash(found.map((it) => `${it[way]}\n`).join("")));
  return `${(await Promise.all(hashes)).join(" ")}\n`;
}
