/** What problems are about, as far as the desk sorts stories by them, the gravest first. */
const groups = [
  // Orders to take a story from readers.
  { name: "withdrawal", codes: ["story-canceled", "withdraws-another"] },
  // Orders to keep it from them until somebody knows more.
  { name: "hold", codes: ["unknown-status", "embargo-without-end"] },
  // What the importer is not sure to have read rightly.
  {
    name: "doubt",
    codes: [
      ...["low-confidence", "damaged-characters", "bad-front-matter", "unsupported-item"],
      ...["no-body", "language-unknown", "source-unknown", "date-unreadable", "publication-date-unknown"],
    ],
  },
  // What only a person can compare.
  { name: "duplicate", codes: ["near-duplicate", "identity-contested", "path-reused", "address-reused"] },
  {
    name: "picture",
    codes: [
      ...["missing-asset", "missing-alt-text", "missing-credit"],
      ...["image-not-read", "image-not-fetched", "image-not-uploaded"],
    ],
  },
  // Says nothing that the states do not say.
  { name: "told", codes: ["suggestion", "not-published", "new-source", "deleted-left-alone"] },
] as const satisfies readonly { readonly name: string; readonly codes: readonly string[] }[];

export type ProblemGroup = (typeof groups)[number]["name"];

const groupNames: readonly ProblemGroup[] = groups.map(({ name }) => name);

const known: ReadonlyMap<string, ProblemGroup> = new Map(
  groups.flatMap(({ name, codes }) => codes.map((code): [string, ProblemGroup] => [code, name])),
);

/** The group of a problem; one that nobody has thought of is a doubt. Pure. */
export const groupOfProblem = (code: string): ProblemGroup => known.get(code) ?? "doubt";

/** By the groups of two problems, which comes first: a negative number for the first. Pure. */
export const byGravity = (a: { readonly code: string }, b: { readonly code: string }): number =>
  groupNames.indexOf(groupOfProblem(a.code)) - groupNames.indexOf(groupOfProblem(b.code));
