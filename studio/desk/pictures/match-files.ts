import { pictureName } from "./picture-name.ts";

/** A file that an editor has at hand. */
interface NamedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A picture without a file. */
interface NamedPicture {
  readonly id: string;
  readonly originalUrl: string | null;
  readonly fileName: string | null;
}

/** What is done with one file. */
export type FileMatch<File, Picture> =
  /** The pictures that it is the file of: one may stand in several stories. */
  | { readonly kind: "matched"; readonly file: File; readonly pictures: readonly Picture[] }
  /** Somebody has to choose: no picture has that name, or several different ones. */
  | { readonly kind: "unknown" | "ambiguous"; readonly file: File }
  /** Not taken: another file of the same name is larger, or it is no picture that the lake takes, or too large. */
  | { readonly kind: "smaller" | "no-picture" | "too-large"; readonly file: File };

/** The formats that an import takes: photographs, no drawings. */
export const pictureTypes: readonly string[] = ["jpeg", "png", "gif", "webp", "avif", "tiff"].map(
  (format) => `image/${format}`,
);

/** As much as the embedded lake takes in one request. */
const mostBytes = 100_000_000;

/**
 * Finds the pictures that files belong to by their names. Of several files of one name, the largest counts. The result has
 * every file once, in the order of the files. Pure.
 */
export function matchFiles<File extends NamedFile, Picture extends NamedPicture>(
  files: readonly File[],
  pictures: readonly Picture[],
): readonly FileMatch<File, Picture>[] {
  const byName = Map.groupBy(pictures, (picture) => pictureName(placeOf(picture)));
  const taken = files.filter((file) => refusalOf(file) === undefined);
  const largest = new Map(
    taken.toSorted((a, b) => a.size - b.size).map((file) => [pictureName(file.name), file] as const),
  );
  return files.map((file): FileMatch<File, Picture> => {
    const refusal = refusalOf(file);
    if (refusal !== undefined) return { kind: refusal, file };
    const name = pictureName(file.name);
    if (name === "") return { kind: "unknown", file };
    if (largest.get(name) !== file) return { kind: "smaller", file };
    const named = byName.get(name) ?? [];
    if (named.length === 0) return { kind: "unknown", file };
    const places = new Set(named.map(placeOf));
    return places.size > 1 ? { kind: "ambiguous", file } : { kind: "matched", file, pictures: named };
  });
}

const placeOf = ({ originalUrl, fileName }: NamedPicture): string => originalUrl ?? fileName ?? "";

function refusalOf({ type, size }: NamedFile): "no-picture" | "too-large" | undefined {
  if (!pictureTypes.includes(type)) return "no-picture";
  return size > mostBytes ? "too-large" : undefined;
}
