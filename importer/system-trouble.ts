/** An error that came from the operating system, in words. */
export interface SystemTrouble {
  readonly kind: "full" | "not-writable" | "no-folder" | "failing";
  /** What is wrong, without a full stop: it stands after "Cannot …: ". */
  readonly message: string;
}

/** What each code of the operating system means for the path that it names. */
const troubles: Readonly<
  Record<string, readonly [kind: SystemTrouble["kind"], message: (path: string) => string]>
> = {
  ENOSPC: ["full", () => "the disk is full"],
  EDQUOT: ["full", () => "your share of the disk is full"],
  EFBIG: ["full", () => "a file would be larger than your user may write"],
  EROFS: ["not-writable", (path) => `${path} is on a read-only disk`],
  EACCES: ["not-writable", (path) => `you have no permission for ${path}`],
  EPERM: ["not-writable", (path) => `you have no permission for ${path}`],
  EEXIST: ["no-folder", (path) => `${path} is a file`],
  ENOTDIR: ["no-folder", (path) => `part of the path ${path} is a file`],
  EISDIR: ["no-folder", (path) => `${path} is a folder`],
  ENOENT: ["no-folder", (path) => `${path} does not exist and cannot be created`],
  ELOOP: ["no-folder", (path) => `the symbolic link ${path} leads in a circle`],
  ENAMETOOLONG: ["no-folder", (path) => `the name ${path} is too long`],
  EINVAL: ["no-folder", (path) => `the name ${path} is not allowed there`],
  EIO: ["failing", () => "the disk reports an error"],
};

/** Reads an error of the operating system. Pure. @returns `undefined` for any other error. */
export function systemTrouble(error: unknown): SystemTrouble | undefined {
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  const [kind, message] = troubles[code] ?? ["failing", () => error.message];
  const path = "path" in error && typeof error.path === "string" ? `"${error.path}"` : "it";
  return { kind, message: message(path) };
}
