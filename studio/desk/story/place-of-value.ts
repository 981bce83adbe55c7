import { type Evidence, type Path, article, parsePath, valueAt } from "../../../schemas/index.ts";
import { type BodyMember, bodyMembers } from "../../left-out/body-member.ts";
import { compared } from "../../left-out/says-piece.ts";

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

/** A line of a source, in the body of an article. */
interface BodyLine {
  readonly text: string;
  readonly body: unknown;
}

/** The paragraph of a body that says what a line says, or a part of it; `undefined` if an editor has changed it. Pure. */
export const memberOfLine = ({ text, body }: BodyLine): BodyMember | undefined =>
  compared(text) === "" ? undefined : bodyMembers(body).find((member) => says(member, text));

const says = ({ texts }: BodyMember, line: string): boolean =>
  texts
    .map(compared)
    .some((text) => text !== "" && (compared(line).includes(text) || text.includes(compared(line))));
