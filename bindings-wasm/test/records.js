// Random records generated from the schemas of subjects, often near bounds; some are invalid.
import fc from "fast-check";
import { schema } from "chanjiao/schema";

const bounds = [0, 1, 2, 5, 10, 16, 100, 200, 300, 500, 1000, 10_000];
const days = [
  "1900-01-01", "2018-12-31", "2019-01-01", "2019-02-28", "2020-02-29", "2020-08-31", "2021-02-28", "2021-03-01",
  "2022-01-01", "2022-12-31", "2023-06-30", "2024-02-29", "2024-03-01", "2024-08-31", "2025-02-28", "2999-12-31",
];
const invalidDays = ["1899-12-31", "2023-02-29", "2024-02-30", "3000-01-01", "2024-1-1", "20240101", "2024-01-01T00:00:00Z", ""];
const amounts = ["0", "0.01", "149.99", "150.00", "99.99", "100.00", "9999.99", "10000.00", "12000.00", "100000000.00", "90071992547409.91"];

const near = (least, most) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...bounds, most), fc.integer({ min: -1, max: 1 })).map(([bound, step]) => bound + step) },
    fc.integer({ min: 0, max: 2000 }),
  ).map((number) => Math.min(most, Math.max(least, number)));
const day = fc.constantFrom(...days);
const text = (most) => fc.string({ unit: "grapheme", maxLength: 20 }).map((it) => [...it].slice(0, most).join(""));

/** Valid values of a property, by the kind in its schema. */
function valid(shape) {
  switch (shape["x-kind"]) {
    case "flag": return fc.boolean();
    case "choice": return fc.constantFrom(...shape.enum.filter((word) => word !== null));
    case "date": return day;
    case "dates": return fc.array(day, { maxLength: 4 });
    case "count":
    case "year": return near(shape.minimum, shape.maximum);
    case "money": return fc.oneof(fc.constantFrom(...amounts), near(0, 90_071_992_547_409), fc.integer({ min: 0, max: 200_000 }).map((fen) => fen / 100));
    case "periods": return fc.array(object(shape.items), { maxLength: 4 });
    default: return shape.properties ? object(shape) : text(shape.maxLength ?? 500);
  }
}

/** Values that are invalid for most properties. */
const invalid = fc.oneof(
  fc.constantFrom(-1, 0.5, 0.001, 1e21, 2 ** 53, "1.234", "-1", "01", "true", "是", [], {}, [null], "x".repeat(501), "😀".repeat(250), "😀".repeat(251)),
  fc.constantFrom(...invalidDays),
  fc.string({ unit: "binary", maxLength: 6 }),
);

function object(shape, spoilt) {
  const model = Object.fromEntries(
    Object.entries(shape.properties).map(([key, property]) => {
      const value = fc.oneof({ weight: 9, arbitrary: valid(property) }, { weight: 1, arbitrary: fc.constant(null) });
      return [key, spoilt ? fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: invalid }) : value];
    }),
  );
  return fc.record(model, { requiredKeys: shape.required ?? [] }).map((members) => {
    // A required one must not be null either.
    for (const key of shape.required ?? []) if (members[key] === null && !spoilt) members[key] = days[4];
    return members;
  });
}

/** Mostly valid records: a part may exceed its whole, and a period may end before it starts. */
export const records = (subject) => object(schema(subject), false);

/** Records of which some are invalid: wrong values, unknown keys, keys of prototypes. */
export function spoilt(subject) {
  const key = fc.constantFrom("x", "__proto__", "constructor", "toString", "", "a/b~");
  const more = fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(key, invalid) });
  return fc.tuple(object(schema(subject), true), more).map(([record, member]) => (member ? { [member[0]]: member[1], ...record } : record));
}
