import { openQualityChecks, type Problem } from "../schemas/index.ts";
import { shortDigestOf } from "./digest.ts";

/**
 * What a problem means for what it is about, be that an input, a story, a part of it or a document.
 *
 * `fatal`: nothing was imported, and something should have been; a story with it has failed. `skip`: nothing was
 * imported, and rightly so. `question`: it was imported, and somebody should look.
 */
type ProblemSeverity = "fatal" | "skip" | "question";

/**
 * Everything that can be wrong with one story: permanent code → what it means, and what to do about it. Reports, exit
 * codes and docs/problems.md all go by this table.
 */
export const problemKinds = {
  // read
  unreadable: {
    severity: "fatal",
    hint: "Check that the file exists and that you may read it, then import again.",
  },
  "too-large": { severity: "fatal", hint: "Split the file into one file a story." },
  "empty-input": { severity: "skip", hint: "Delete the file, or put a story in it." },
  "blank-input": { severity: "skip", hint: "Delete the file, or put a story in it." },
  "nul-byte": {
    severity: "fatal",
    hint: "Remove the NUL bytes, or fetch the file again: it may be damaged.",
  },
  "unknown-format": {
    severity: "fatal",
    hint: "Convert the input to one of the formats that are read: see README.md.",
  },
  "binary-input": {
    severity: "fatal",
    hint: "Give a plain-text file: pictures, archives and office documents are not read.",
  },
  "unknown-encoding": {
    severity: "fatal",
    hint: "Name the encoding with --encoding, or convert the file to UTF-8, then import again.",
  },
  "damaged-characters": {
    severity: "question",
    hint: "Compare the story with its source, and put in the characters that are lost.",
  },
  "duplicate-story": { severity: "skip", hint: "Keep one of the two files." },
  "same-identity": {
    severity: "skip",
    hint: "Nothing to do, if the other one is the better version; else import it by itself.",
  },
  "older-version": { severity: "skip", hint: "Nothing to do: the newer version is there." },
  "same-path": {
    severity: "fatal",
    hint: "Import the folder that holds both inputs, so that their paths differ.",
  },
  // unpack
  "damaged-archive": { severity: "fatal", hint: "Fetch the archive again: a part of it is lost." },
  "archive-limit": { severity: "fatal", hint: "Split the archive, or check where it comes from." },
  "unsupported-archive": {
    severity: "fatal",
    hint: "Unpack it yourself, or pack it as .zip, .tar.gz or .gz.",
  },
  "encrypted-entry": {
    severity: "fatal",
    hint: "Unpack it yourself with the password, then import the files.",
  },
  "unsafe-path": { severity: "fatal", hint: "Check where the archive comes from; the entry is not read." },
  "duplicate-entry": { severity: "fatal", hint: "Keep one of the two entries." },
  // parse and transform
  "malformed-xml": {
    severity: "fatal",
    hint: "Compare the story with its source, since parts may be missing, and fetch the file again.",
  },
  "bad-record": {
    severity: "fatal",
    hint: "Correct the line, or export the file again; the other records are read.",
  },
  "malformed-json": { severity: "fatal", hint: "Fetch the file again: it may be cut off." },
  "no-stories-in-input": { severity: "skip", hint: "Check that the file is the one you meant." },
  "unsupported-item": { severity: "skip", hint: "Nothing to do, unless you miss it: then enter it by hand." },
  "withdraws-another": {
    severity: "question",
    hint: "Look up the story that is named, and withdraw it if it is published.",
  },
  "unknown-status": {
    severity: "question",
    hint: "Find out what the status means, then set the article's publication status: until then it is withheld.",
  },
  "embargo-without-end": {
    severity: "question",
    hint: "Ask the source when the embargo ends, set that, and set the article's publication status to Usable.",
  },
  "date-unreadable": { severity: "question", hint: "Set the date if you know it." },
  "no-body": { severity: "question", hint: "Check whether the text of the story was lost." },
  "language-unknown": { severity: "question", hint: "Set the language of the article." },
  "source-unknown": { severity: "question", hint: "Name the sources if you know them." },
  "story-canceled": {
    severity: "question",
    hint: "Unpublish the article if it is out, and read the order in its note to editors.",
  },
  "low-confidence": {
    severity: "question",
    hint: "Compare the value with the source text, and correct it if it is wrong.",
  },
  "new-source": {
    severity: "question",
    hint: "Check the name and the kind of the new source, and merge it if it is a duplicate.",
  },
  "headline-too-long": {
    severity: "fatal",
    hint: "Put the headline on a line of its own at the top of the file.",
  },
  "invalid-document": {
    severity: "fatal",
    hint: "Correct the story so that the field is valid, then import again.",
  },
  "bad-front-matter": {
    severity: "question",
    hint: "Correct the YAML between the two lines of dashes, then import again.",
  },
  "too-deep": { severity: "fatal", hint: "Clean the HTML of the story, then import again." },
  // assets
  "image-not-read": {
    severity: "question",
    hint: "Put the file where the story says it is, inside the folder that is imported, as JPEG or PNG.",
  },
  "image-not-fetched": { severity: "question", hint: "Upload the picture in Studio, or import again later." },
  "image-not-uploaded": {
    severity: "question",
    hint: "Read the answer of the Content Lake, then import again.",
  },
  // plan and upsert
  "path-reused": {
    severity: "question",
    hint: "Check that it is another story; give stories file names of their own.",
  },
  "near-duplicate": {
    severity: "question",
    hint: "Compare the two, and keep one if they are the same story.",
  },
  suggestion: {
    severity: "question",
    hint: "Look at the suggestion on the import record, and take over what is right.",
  },
  "deleted-left-alone": {
    severity: "skip",
    hint: "Nothing to do. To import the story again, delete its import record.",
  },
  "not-published": { severity: "question", hint: "Publish it in Studio when it is ready." },
  "write-refused": {
    severity: "fatal",
    hint: "Read the answer of the Content Lake, correct the story and import again.",
  },
  conflict: { severity: "fatal", hint: "Import again when nobody else is changing this story." },
  "not-written": { severity: "fatal", hint: "Import again: what is done stays done." },
} as const satisfies Readonly<Record<string, { severity: ProblemSeverity; hint: string }>>;

export type ProblemCode = keyof typeof problemKinds;

/** What a problem is about: a document, one of its fields, a line of the input. */
export interface ProblemSubject {
  readonly documentId?: string;
  readonly path?: string;
  readonly line?: number;
}

/** Makes a problem of the catalogue. Pure: the same arguments give the same problem, `_key` included. */
export function toProblem(code: ProblemCode, message: string, about: ProblemSubject = {}): Problem {
  return withKey({ code, message, hint: problemKinds[code].hint, ...about });
}

const severities: ReadonlyMap<string, ProblemSeverity> = new Map(
  Object.entries(problemKinds).map(([code, { severity }]) => [code, severity]),
);

/**
 * What became of a story or an input of which nothing was imported: it failed if one of its problems is fatal, else there
 * was nothing to import. Pure.
 */
export const outcomeWithout = (problems: readonly Pick<Problem, "code">[]): "failed" | "skipped" =>
  problems.some(({ code }) => severities.get(code) === "fatal") ? "failed" : "skipped";

/** What the documents lack and still may be published without: see `schemas/quality.ts`. */
export function qualityProblemsOf(documents: readonly { _id: string; _type: string }[]): Problem[] {
  return documents.flatMap((document) =>
    openQualityChecks({ ...document }).map(({ code, message, hint, path }) =>
      withKey({ code, message, hint, documentId: document._id, path }),
    ),
  );
}

function withKey(problem: Omit<Problem, "_type" | "_key">): Problem {
  const identity = [problem.code, problem.documentId, problem.path, problem.line, problem.message];
  return { _type: "problem", _key: shortDigestOf(JSON.stringify(identity), 12), ...problem };
}
