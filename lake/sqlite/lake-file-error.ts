/** What is wrong with the file that holds a lake. */
type LakeFileTrouble = "missing" | "in-use" | "damaged" | "full" | "not-writable" | "failing";

/** The file of a lake cannot be read or written, and it is not the lake's doing. */
export class LakeFileError extends Error {
  override readonly name = "LakeFileError";
  readonly trouble: LakeFileTrouble;

  /** @param message What is the case, without a full stop: it stands behind "Cannot …: ". */
  constructor(trouble: LakeFileTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}

/** Primary result codes (sqlite.org/rescode.html) that tell of the file and its disk. All others are the lake's own mistakes. */
const troubles: Readonly<Record<number, readonly [LakeFileTrouble, string]>> = {
  3: ["not-writable", "the permissions of lake.sqlite do not allow it"],
  5: ["in-use", "another Content Lake is using it"],
  8: ["not-writable", "lake.sqlite or its folder is read-only"],
  10: ["failing", "the disk reports an error"],
  11: ["damaged", "lake.sqlite is damaged"],
  13: ["full", "the disk is full"],
  14: ["not-writable", "lake.sqlite cannot be opened or made"],
  15: ["in-use", "another Content Lake is using it"],
  26: ["damaged", "lake.sqlite is no database, or its beginning is damaged"],
};

/** What an error of SQLite says of the file; `undefined` for every other error. */
export function lakeFileError(error: unknown): LakeFileError | undefined {
  if (error instanceof LakeFileError) return error;
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  // Extended codes keep the primary one in their lowest byte.
  const [trouble, message] = troubles[Number(error.errcode) & 0xff] ?? [];
  return trouble && message ? new LakeFileError(trouble, message, error) : undefined;
}
