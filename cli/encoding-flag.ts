import { InvalidArgumentError } from "commander";
import { encodingOf } from "../importer/index.ts";

/**
 * Reads `--encoding`: the name of an encoding, or a label of it.
 *
 * @throws {InvalidArgumentError} When the Encoding Standard does not know it.
 */
export function readEncoding(label: string): string {
  const encoding = encodingOf(label);
  if (encoding === undefined)
    throw new InvalidArgumentError("Unknown encoding: try windows-1252 or shift_jis.");
  return encoding;
}
