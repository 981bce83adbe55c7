import { parse } from "yaml";
import { ImportError } from "../../import-error.ts";
import { mapping, mappedFields, type Mapping } from "./mapping.ts";

/**
 * Reads a mapping file in YAML or JSON. Pure.
 *
 * @param name File name, for messages.
 * @throws {ImportError} `mapping-invalid`, listing every error.
 */
export function readMapping(text: string, name: string): Mapping {
  let written: unknown;
  try {
    written = parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw invalid(name, why, cause);
  }
  const read = mapping.safeParse(written);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message, ...issue }) => {
    const where = path.length > 0 ? `${path.join(".")}: ` : "";
    if (issue.code !== "unrecognized_keys") return `${where}${message}`;
    const expected = path.join(".") === "fields" ? `, expected one of ${mappedFields.join(", ")}` : "";
    return `${where}unknown name ${issue.keys.map((key) => `"${key}"`).join(", ")}${expected}`;
  });
  throw invalid(name, wrong.join("; "), read.error);
}

const invalid = (name: string, why: string, cause: unknown): ImportError =>
  new ImportError("mapping-invalid", `Cannot use the mapping "${name}": ${why}`, {
    hint: "Correct the mapping file; docs/mapping.md shows what it may contain.",
    cause,
  });
