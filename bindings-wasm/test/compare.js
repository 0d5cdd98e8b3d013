// Compares the package with the core's answers; runs in Node and in a page.

/** Returns the differences, by title. */
export function differences(lines, { check, checkJson, questions, questionsJson }) {
  const found = [];
  const same = (title, one, other) => {
    if (one !== other) found.push(`${title}: ${one}\n  instead of ${other}`);
  };
  let cases = 0;
  for (const line of lines.trim().split("\n")) {
    const { subject, title, value, record, parameters, answer, questions: asked } = JSON.parse(line);
    const overrides = parameters ?? undefined;
    const name = `${subject}: ${title}`;
    cases += 1;
    same(name, checkJson(subject, record, overrides), answer);
    same(`${name}, questions`, questionsJson(subject, record, overrides), asked);
    if (!value) continue;
    const options = parameters === null ? undefined : { parameters: JSON.parse(parameters) };
    const given = JSON.parse(record);
    same(`${name}, as objects`, JSON.stringify(check(subject, given, options)), answer);
    same(`${name}, questions as objects`, JSON.stringify(questions(subject, given, options)), asked);
  }
  return { cases, found: found.slice(0, 20) };
}
