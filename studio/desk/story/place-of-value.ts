import { type Evidence, type Path, article, formatPath, parsePath, valueAt } from "../../../schemas/index.ts";
import type { BodyMember } from "../../left-out/body-member.ts";

/** Values that the import reads under one name and writes to a field with another. */
const writtenTo: ReadonlyMap<string, string> = new Map([["control.note", "edNote"]]);

/** The path of an imported value by its name in the form. Pure. */
export const formPathOf = (path: string): string => writtenTo.get(path) ?? path;

type Shown = Readonly<Record<string, unknown>>;

/**
 * Where the form shows an imported value; `undefined` for one without a field. A picture is where the article shows it. Pure.
 *
 * @param shown The article as the form shows it.
 */
export function placeOfValue({ path }: Pick<Evidence, "path">, shown: Shown): Path | undefined {
  const [field, number] = parsePath(formPathOf(path)) ?? [];
  if (field === "pictures" && typeof number === "number") return figuresOf(shown)[number];
  return typeof field === "string" && Object.hasOwn(article.shape, field) ? [field] : undefined;
}

/** Where an article shows pictures, in its order. */
function figuresOf({ leadImage, body }: Shown): Path[] {
  const members: unknown[] = Array.isArray(body) ? body : [];
  const inBody = members.flatMap((member): Path[] => {
    const [type, _key] = ["_type", "_key"].map((name) => valueAt(member, [name]));
    return type === "figure" && typeof _key === "string" ? [["body", { _key }]] : [];
  });
  return leadImage === undefined || leadImage === null ? inBody : [["leadImage"], ...inBody];
}

/**
 * The name under which the evidence speaks of a picture, such as `pictures[0]`; `undefined` for one that the article does
 * not show. Pure.
 *
 * @param id Published id.
 */
export function nameOfPicture(id: string, shown: Shown): string | undefined {
  const at = figuresOf(shown).findIndex((figure) => valueAt(shown, [...figure, "image", "_ref"]) === id);
  return at < 0 ? undefined : formatPath(["pictures", at]);
}

/**
 * The paragraph of a body that says what a line says, or a part of it; `undefined` if an editor has changed it. Pure.
 *
 * @param line As it is compared.
 */
export const memberOfLine = (line: string, members: readonly BodyMember[]): BodyMember | undefined =>
  line === "" ? undefined : members.find(({ words }) => words.some((text) => says(text, line)));

const says = (text: string, line: string): boolean =>
  text !== "" && (line.includes(text) || text.includes(line));
