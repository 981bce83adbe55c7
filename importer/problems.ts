import { type Problem, openQualityChecks, problemOfCheck, publishedId } from "../schemas/index.ts";
import { shortDigestOf } from "./digest.ts";

/**
 * What a problem means for its subject: an input, a story, a part of a story or a document.
 *
 * `fatal`: nothing was imported, although something should have been; a story with it has failed. `skip`: nothing was
 * imported, and rightly so. `grave`: it was imported, and an order keeps it from readers, or may have to. `question`: it
 * was imported, but someone should check it.
 */
type ProblemSeverity = "fatal" | "skip" | "grave" | "question";

/**
 * Everything that can be wrong with one story: permanent code → severity, and what to do about it. Reports, exit
 * codes and docs/problems.md all follow this table.
 */
export const problemKinds = {
  // read
  unreadable: {
    severity: "fatal",
    hint: "Check that the file exists and that you have permission to read it, then import again.",
  },
  "link-outside": {
    severity: "fatal",
    hint: "Copy the file into the folder, or import the folder that contains it.",
  },
  "too-large": { severity: "fatal", hint: "Split the file into one file per story." },
  "empty-input": { severity: "skip", hint: "Delete the file, or add a story to it." },
  "blank-input": { severity: "skip", hint: "Delete the file, or add a story to it." },
  "nul-byte": {
    severity: "fatal",
    hint: "Remove the NUL bytes, or get a fresh copy of the file: it may be damaged.",
  },
  "unknown-format": {
    severity: "fatal",
    hint: "Convert the input to a supported format (see README.md).",
  },
  "binary-input": {
    severity: "fatal",
    hint: "Provide a text file: pictures, programs and office documents cannot be imported.",
  },
  "unknown-encoding": {
    severity: "fatal",
    hint: "Name the encoding with --encoding, or convert the file to UTF-8, then import again.",
  },
  "damaged-characters": {
    severity: "question",
    hint: "Compare the story with its source, and restore the characters that were lost.",
  },
  "duplicate-story": { severity: "skip", hint: "Keep one of the two files." },
  "same-identity": {
    severity: "skip",
    hint: "Do nothing if the other version is the better one; otherwise import this one by itself.",
  },
  "older-version": { severity: "skip", hint: "Do nothing: the newer version is kept." },
  "same-path": {
    severity: "fatal",
    hint: "Import the folder that contains both inputs, so that their paths differ.",
  },
  // unpack
  "damaged-archive": {
    severity: "fatal",
    hint: "Get a fresh copy of the archive: part of it is damaged or missing.",
  },
  "archive-limit": { severity: "fatal", hint: "Split the archive, or check where it comes from." },
  "unsupported-archive": {
    severity: "fatal",
    hint: "Unpack it yourself, or repack it as .zip, .tar.gz or .gz.",
  },
  "encrypted-entry": {
    severity: "fatal",
    hint: "Unpack the archive with its password, then import the files.",
  },
  "unsafe-path": { severity: "fatal", hint: "Check where the archive comes from; the entry was not read." },
  "duplicate-entry": { severity: "fatal", hint: "Keep one of the two entries." },
  // parse and transform
  "malformed-xml": {
    severity: "fatal",
    hint: "Compare the story with its source, as parts may be missing, and get a fresh copy of the file.",
  },
  "bad-record": {
    severity: "fatal",
    hint: "Correct the line, or export the file again; the other records are not affected.",
  },
  "malformed-json": { severity: "fatal", hint: "Get a fresh copy of the file: it may be cut off." },
  "no-stories-in-input": { severity: "skip", hint: "Check that this is the file you meant to import." },
  "unsupported-item": { severity: "skip", hint: "Enter the item by hand if you need it." },
  "withdraws-another": {
    severity: "grave",
    hint: "Find the story that is named, and withdraw it if it is published.",
  },
  "unknown-status": {
    severity: "grave",
    hint: "Find out what the status means, then set the article's publication status: it is withheld until then.",
  },
  "embargo-without-end": {
    severity: "grave",
    hint: "Ask the source when the embargo ends, enter that time, and set the article's publication status to Usable.",
  },
  "date-unreadable": { severity: "question", hint: "Set the date if you know it." },
  "no-body": { severity: "question", hint: "Check whether the story's text was lost." },
  "language-unknown": { severity: "question", hint: "Set the language of the article." },
  "source-unknown": { severity: "question", hint: "Name the sources if you know them." },
  "story-canceled": {
    severity: "grave",
    hint: "Unpublish the article if it is published, and read the order in its note to editors.",
  },
  "low-confidence": {
    severity: "question",
    hint: "Compare the value with the source text, and correct it if it is wrong.",
  },
  "new-source": {
    severity: "question",
    hint: "Check the new source's name and kind, and merge it if it is a duplicate.",
  },
  "headline-too-long": {
    severity: "fatal",
    hint: "Put the headline on its own line at the top of the file.",
  },
  "invalid-document": {
    severity: "fatal",
    hint: "Correct the field in the story, then import again.",
  },
  "bad-front-matter": {
    severity: "question",
    hint: "Correct the YAML or TOML above the text, then import again.",
  },
  "too-deep": { severity: "fatal", hint: "Simplify the story's HTML, then import again." },
  // assets
  "image-not-read": {
    severity: "question",
    hint: "Put the file where the story refers to it, inside the imported folder, as JPEG or PNG.",
  },
  "image-not-fetched": { severity: "question", hint: "Upload the picture in Studio, or import again later." },
  "image-not-uploaded": {
    severity: "question",
    hint: "Read the Content Lake's response, then import again.",
  },
  // plan and upsert
  "path-reused": {
    severity: "question",
    hint: "Check that they are two stories; if they are one, delete one of the articles.",
  },
  "address-reused": {
    severity: "question",
    hint: "Check that they are two stories; if they are one, delete one of the articles.",
  },
  "identity-contested": {
    severity: "question",
    hint: "Compare the two articles: delete one if they are one story, else ask the source to correct its names.",
  },
  "near-duplicate": {
    severity: "question",
    hint: "Compare the two stories, and keep one if they are the same.",
  },
  suggestion: {
    severity: "question",
    hint: "Review the suggestion on the import record, and use what is right.",
  },
  "deleted-left-alone": {
    severity: "skip",
    hint: "Delete the story's import record if you want to import it again.",
  },
  "not-published": { severity: "question", hint: "Publish it in Studio when it is ready." },
  "write-refused": {
    severity: "fatal",
    hint: "Read the Content Lake's response, correct the story and import again.",
  },
  conflict: { severity: "fatal", hint: "Import again when no one else is editing this story." },
  crashed: {
    severity: "fatal",
    hint: "Report the failure with the file that has its details; the other stories are imported.",
  },
  "not-written": { severity: "fatal", hint: "Import again: stories that were already imported are kept." },
} as const satisfies Readonly<Record<string, { severity: ProblemSeverity; hint: string }>>;

export type ProblemCode = keyof typeof problemKinds;

/** What a problem is about: a document, one of its fields, another story that it may be, a line of the input. */
export interface ProblemSubject {
  readonly documentId?: string;
  readonly path?: string;
  readonly otherId?: string;
  readonly line?: number;
}

/** Makes a problem from the catalogue. Pure: the same arguments give the same problem, including its `_key`. */
export function toProblem(code: ProblemCode, message: string, about: ProblemSubject = {}): Problem {
  return withKey({ code, message, hint: problemKinds[code].hint, ...about });
}

const severities: ReadonlyMap<string, ProblemSeverity> = new Map(
  Object.entries(problemKinds).map(([code, { severity }]) => [code, severity]),
);

/** The order in which reports tell of problems, the gravest first. Pure. */
export function rankOfProblem(code: string): number {
  const ranks: readonly ProblemSeverity[] = ["grave", "fatal", "question", "skip"];
  return ranks.indexOf(severities.get(code) ?? "question");
}

/**
 * The outcome of a story or input from which nothing was imported: "failed" if one of its problems is fatal, otherwise
 * "skipped". Pure.
 */
export const outcomeWithout = (problems: readonly Pick<Problem, "code">[]): "failed" | "skipped" =>
  problems.some(({ code }) => severities.get(code) === "fatal") ? "failed" : "skipped";

/** Problems for what the documents lack but may be published without: see `schemas/quality.ts`. */
export function qualityProblemsOf(documents: readonly { _id: string; _type: string }[]): Problem[] {
  return documents.flatMap((document) =>
    openQualityChecks({ ...document }).map((check) => problemOfCheck(check, publishedId(document._id))),
  );
}

function withKey(problem: Omit<Problem, "_type" | "_key">): Problem {
  const identity = [problem.code, problem.documentId, problem.path, problem.line, problem.message];
  return { _type: "problem", _key: shortDigestOf(JSON.stringify(identity), 12), ...problem };
}
