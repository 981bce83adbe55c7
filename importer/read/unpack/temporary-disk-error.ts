import { tmpdir } from "node:os";

/** Codes of the operating system for a disk that takes no more; EFBIG is the limit of a user or a container. */
const isFull = /^(?:ENOSPC|EDQUOT|EFBIG)$/;

/** The temporary folder takes no file. No input is to blame, and none that needs the folder can be read. */
export class TemporaryDiskError extends Error {
  override readonly name = "TemporaryDiskError";

  /** @param cause From the file system. */
  constructor(cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      isFull.test(code)
        ? `the disk for temporary files, "${tmpdir()}", is full`
        : `"${tmpdir()}" takes no temporary files (${why})`,
      { cause },
    );
  }
}
