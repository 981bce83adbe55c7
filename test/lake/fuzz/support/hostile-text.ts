import fc from "fast-check";

/** Text that somebody was not expected to send: empty, endless, of control characters, of half a character. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    "",
    "//",
    "..",
    "%",
    "%ff",
    "\0",
    "\r\n",
    "\ud800",
    "__proto__",
    "constructor",
    "\u202e",
    "♥",
  ),
  fc.constantFrom("é".repeat(3_000), "a.".repeat(500), "[".repeat(2_000), "(".repeat(2_000)),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);

/** A JSON text that nests so deep that whoever walks through it by recursion falls. */
const deepJson = fc
  .constantFrom(300, 5_000, 50_000)
  .chain((levels) =>
    fc.constantFrom(
      "[".repeat(levels) + "]".repeat(levels),
      '{"a":'.repeat(levels) + "1" + "}".repeat(levels),
    ),
  );

/** A JSON text of a value that a body can carry. */
export const plainJson = fc.oneof(
  { weight: 4, arbitrary: fc.json({ maxDepth: 3, stringUnit: "binary" }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "1",
      "1e308",
      "-0",
      "null",
      '""',
      "[]",
      '[{"_key":"a","x":1},{"_key":"b"},3]',
      '{"a":{"a":[[1]]}}',
    ),
  },
);

/** Any JSON text, with the odd number that no computer holds. */
export const hostileJson = fc.oneof(
  { weight: 8, arbitrary: plainJson },
  { weight: 1, arbitrary: deepJson },
  { weight: 1, arbitrary: fc.constantFrom("1e999", "-1e999", "123456789012345678901234567890") },
);

/** A JSON text of an object whose members are texts of JSON themselves; now and then one is left out. */
export function hostileObject(members: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const each = Object.entries(members).map(([name, text]) =>
    fc.option(
      text.map((value) => `${JSON.stringify(name)}:${value}`),
      { freq: 6 },
    ),
  );
  return fc.tuple(...each).map((texts) => `{${texts.filter((text) => text !== null).join(",")}}`);
}

/** Mostly the one, now and then the other. */
export function mostly<Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd });
}
