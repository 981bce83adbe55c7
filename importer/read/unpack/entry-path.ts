/** The path of an archive's entry, or why it is not to be used. */
export type EntryPath =
  { readonly kind: "path"; readonly path: string } | { readonly kind: "unsafe"; readonly why: string };

/**
 * Reads the path that an archive gives to an entry: relative, with `/`, in NFC, and never out of the archive. Pure.
 *
 * Nothing is ever written under this path; it becomes part of a story's identity and stands in reports, and a
 * picture may be looked up by it. A backslash separates folders, as in archives made on Windows.
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

/** Whether nobody means this file to be read: hidden files, and the twins that macOS packs beside its files. */
export const isHiddenPath = (path: string): boolean =>
  path.split("/").some((segment) => segment.startsWith(".") || segment === "__MACOSX");

/** The last part of a path. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
