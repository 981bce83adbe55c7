/** The path of an archive entry, or why it must not be used. */
export type EntryPath =
  { readonly kind: "path"; readonly path: string } | { readonly kind: "unsafe"; readonly why: string };

/**
 * Reads the path of an archive entry: relative, with `/`, in NFC, and never leading outside the archive. Pure.
 *
 * Nothing is ever written to this path; it becomes part of a story's identity, appears in reports, and may be used to
 * look up a picture. A backslash separates folders, as in archives made on Windows.
 */
export function entryPathOf(raw: string): EntryPath {
  if (raw.length > maxLength) return unsafe("it is too long");
  if (/\p{Cc}/u.test(raw)) return unsafe("it contains control characters");
  const path = raw.replaceAll("\\", "/");
  if (path.startsWith("/")) return unsafe("it is absolute");
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) return unsafe("it leads outside the archive");
  if (/^[a-z]:/i.test(segments[0] ?? "")) return unsafe("it names a drive");
  if (segments.length === 0) return unsafe("it is empty");
  return { kind: "path", path: segments.join("/").normalize("NFC") };
}

const maxLength = 1024;

const unsafe = (why: string): EntryPath => ({ kind: "unsafe", why });

/** Whether a file is not meant to be read: a hidden file, or one of those that macOS adds beside each file. */
export const isHiddenPath = (path: string): boolean =>
  path.split("/").some((segment) => segment.startsWith(".") || segment === "__MACOSX");

/** The last part of a path. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
