import { tmpdir } from "node:os";
import { systemTrouble } from "../../system-trouble.ts";

/** The temporary folder takes no file. No input is to blame, and none that needs the folder can be read. */
export class TemporaryDiskError extends Error {
  override readonly name = "TemporaryDiskError";

  /** @param cause From the file system. */
  constructor(cause: unknown) {
    const trouble = systemTrouble(cause);
    super(
      trouble?.kind === "full"
        ? `the disk for temporary files, "${tmpdir()}", is full`
        : `"${tmpdir()}" takes no temporary files (${trouble?.message ?? String(cause)})`,
      { cause },
    );
  }
}
