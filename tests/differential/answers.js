// Answers lines by a package, as text and, where that loses nothing, as objects; runs in Node and in
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

/** The hashes of the answers, or the answers themselves. */
export async function answers(lines, chanjiao, whole) {
  const out = [];
  for (const line of lines) {
    const [text, objects] = both(line, chanjiao);
    if (whole) out.push(text, objects);
    else out.push(`${await hash(text)} ${objects === "-" ? "-" : await hash(objects)}`);
  }
  return out;
}
