import { expect, test } from "vitest";
import { problemKinds } from "../../../../importer/problems.ts";
import { qualityChecks } from "../../../../schemas/index.ts";
import { arabicProblems } from "../../../../studio/desk/i18n/arabic-problems.ts";
import { tellProblem } from "../../../../studio/desk/story/tell-problem.ts";

const strings: Readonly<Record<string, unknown>> = { ...arabicProblems.resources };

test("every problem that a story can have is said in Arabic", () => {
  const noted = Object.entries(problemKinds).flatMap(([code, { severity }]) =>
    // A suggestion is shown as one.
    (severity === "grave" || severity === "question") && code !== "suggestion" ? [code] : [],
  );
  const codes = [...new Set([...noted, ...qualityChecks.map(({ code }) => code)])];
  expect(Object.keys(strings).toSorted()).toEqual(
    codes.flatMap((code) => [`problem.says.${code}`, `problem.hint.${code}`]).toSorted(),
  );
});

const problem = { code: "near-duplicate", message: "Possibly the same story as “Harbour”", hint: "Compare." };

test("tellProblem() takes the words of the import record where the language has none of its own", () => {
  expect(tellProblem(problem, (_, { defaultValue }) => defaultValue)).toEqual({
    says: problem.message,
    hint: problem.hint,
  });
});

test("tellProblem() keeps what only the import record names, in another language too", () => {
  const arabic = (key: string, { defaultValue }: { readonly defaultValue: string }): string =>
    String(strings[key] ?? defaultValue);
  expect(tellProblem(problem, arabic).original).toBe(problem.message);
  expect(
    tellProblem({ ...problem, code: "missing-asset", message: "The picture file is missing" }, arabic),
  ).toEqual({ says: "ملف الصورة ناقص", hint: "ارفع الصورة، أو احذفها من الخبر." });
});
