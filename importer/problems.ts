import { openQualityChecks, type Problem } from "../schemas/index.ts";
import { shortDigestOf } from "./digest.ts";

/** Everything that can be wrong with one story: permanent code → what to do about it. */
export const problemHints = {
  // read
  unreadable: "Check that the file exists and that you may read it, then import again.",
  "too-large": "Split the file into one file a story.",
  "empty-input": "Delete the file, or put a story in it.",
  "blank-input": "Delete the file, or put a story in it.",
  "nul-byte": "Remove the NUL bytes, or fetch the file again: it may be damaged.",
  "unknown-format": "Convert the input to one of the formats that are read: see README.md.",
  "binary-input": "Give a plain-text file: pictures, archives and office documents are not read.",
  "unknown-encoding": "Convert the file to UTF-8 from the encoding it was saved in, then import again.",
  "duplicate-story": "Keep one of the two files.",
  "same-identity": "Nothing to do, if the other one is the better version; else import it by itself.",
  "older-version": "Nothing to do: the newer version is there.",
  "same-path": "Import the folder that holds both inputs, so that their paths differ.",
  // unpack
  "damaged-archive": "Fetch the archive again: a part of it is lost.",
  "archive-limit": "Split the archive, or check where it comes from.",
  "unsupported-archive": "Unpack it yourself, or pack it as .zip, .tar.gz or .gz.",
  "encrypted-entry": "Unpack it yourself with the password, then import the files.",
  "unsafe-path": "Check where the archive comes from; the entry is not read.",
  "duplicate-entry": "Keep one of the two entries.",
  // parse and transform
  "malformed-xml": "Compare the story with its source, since parts may be missing, and fetch the file again.",
  "bad-record": "Correct the line, or export the file again; the other records are read.",
  "malformed-json": "Fetch the file again: it may be cut off.",
  "no-stories-in-input": "Check that the file is the one you meant.",
  "unsupported-item": "Nothing to do, unless you miss it: then enter it by hand.",
  "withdraws-another": "Look up the story that is named, and withdraw it if it is published.",
  "unknown-status":
    "Find out what the status means, then set the article's publication status: until then it is withheld.",
  "embargo-without-end":
    "Ask the source when the embargo ends, set that, and set the article's publication status to Usable.",
  "date-unreadable": "Set the date if you know it.",
  "no-body": "Check whether the text of the story was lost.",
  "language-unknown": "Set the language of the article.",
  "source-unknown": "Name the sources if you know them.",
  "story-canceled": "Unpublish the article if it is out, and read the order in its note to editors.",
  "low-confidence": "Compare the value with the source text, and correct it if it is wrong.",
  "new-source": "Check the name and the kind of the new source, and merge it if it is a duplicate.",
  "headline-too-long": "Put the headline on a line of its own at the top of the file.",
  "invalid-document": "Correct the story so that the field is valid, then import again.",
  "bad-front-matter": "Correct the YAML between the two lines of dashes, then import again.",
  "too-deep": "Clean the HTML of the story, then import again.",
  // assets
  "image-not-read":
    "Put the file where the story says it is, inside the folder that is imported, as JPEG or PNG.",
  "image-not-fetched": "Upload the picture in Studio, or import again later.",
  "image-not-uploaded": "Read the answer of the Content Lake, then import again.",
  // plan and upsert
  "path-reused": "Check that it is another story; give stories file names of their own.",
  "near-duplicate": "Compare the two, and keep one if they are the same story.",
  suggestion: "Look at the suggestion on the import record, and take over what is right.",
  "deleted-left-alone": "Nothing to do. To import the story again, delete its import record.",
  "not-published": "Publish it in Studio when it is ready.",
  "write-refused": "Read the answer of the Content Lake, correct the story and import again.",
  conflict: "Import again when nobody else is changing this story.",
  "not-written": "Import again: what is done stays done.",
} as const;

export type ProblemCode = keyof typeof problemHints;

/** What a problem is about: a document, one of its fields, a line of the input. */
export interface ProblemSubject {
  readonly documentId?: string;
  readonly path?: string;
  readonly line?: number;
}

/** Makes a problem of the catalogue. Pure: the same arguments give the same problem, `_key` included. */
export function toProblem(code: ProblemCode, message: string, about: ProblemSubject = {}): Problem {
  return withKey({ code, message, hint: problemHints[code], ...about });
}

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
