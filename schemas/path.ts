/**
 * Paths into a document, in Sanity's form: `infoSources[_key=="a b"].source._ref`, `body[3].children[0]`.
 *
 * Patches, suggestions and problems carry them as text. The text is in the form that JSONMatch reads
 * (sanity.io/docs/json-match): keys in double quotes with the escapes of JSON, and members whose name is not a plain word
 * in brackets and single quotes.
 */

/** One step to exactly one place: a member, an index (negative ones count from the end), or the array member with a key. */
export type PathStep = string | number | { readonly _key: string };
export type Path = readonly PathStep[];

/** A step at the beginning of a text; the first member is preceded by a dot too. */
const stepAt =
  /\.(?<name>[^.[\]]+)|\[(?<index>-?\d+)\]|\[\s*_key\s*==\s*(?<key>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\]|\[(?<quoted>'(?:[^'\\]|\\.)*')\]/suy;

/**
 * Reads a path; `undefined` for a text that is not a path, or that leads to several places at once. The empty text is the
 * path to the document itself. Pure.
 */
export function parsePath(text: string): Path | undefined {
  const rest = text === "" || text.startsWith("[") ? text : `.${text}`;
  const steps: PathStep[] = [];
  for (let at = 0; at < rest.length; at = stepAt.lastIndex) {
    stepAt.lastIndex = at;
    const { name, index, key, quoted } = stepAt.exec(rest)?.groups ?? {};
    if (name !== undefined) steps.push(name);
    else if (index !== undefined) steps.push(Number(index));
    else if (key !== undefined) steps.push({ _key: unquoted(key) });
    else if (quoted !== undefined) steps.push(unquoted(quoted));
    else return undefined;
  }
  return steps;
}

/** Writes a path as the text that {@link parsePath} reads. Pure. */
export const formatPath = (path: Path): string => path.reduce(appendStep, "");

/** A path extended by one step, as text. Pure. */
export function appendStep(path: string, step: PathStep): string {
  if (typeof step === "number") return `${path}[${step}]`;
  if (typeof step === "object") return `${path}[_key==${JSON.stringify(step._key)}]`;
  if (!word.test(step)) return `${path}['${step.replace(/[\\']/g, "\\$&")}']`;
  return path === "" ? step : `${path}.${step}`;
}

/** What JSONMatch reads as a member's name without quotes: `true`, `false` and `null` are values to it. */
const word = /^(?!(?:true|false|null)$)[a-zA-Z_][a-zA-Z0-9_]*$/;

/** The array and the key of the member that a path leads to; `undefined` if its last step is not a key. Pure. */
export function keyedMember(path: string): { readonly array: string; readonly key: string } | undefined {
  const steps = parsePath(path) ?? [];
  const last = steps.at(-1);
  if (typeof last !== "object") return undefined;
  return { array: formatPath(steps.slice(0, -1)), key: last._key };
}

/** The value at a path; `undefined` if the path leads nowhere or is not a path. Pure. */
export function valueAt(value: unknown, path: Path | string): unknown {
  const steps = typeof path === "string" ? parsePath(path) : path;
  return steps?.reduce(valueOfStep, value);
}

function valueOfStep(value: unknown, step: PathStep): unknown {
  if (typeof step === "string")
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  if (!Array.isArray(value)) return undefined;
  if (typeof step === "number") return value.at(step);
  return value.find((member: unknown) => isRecord(member) && member["_key"] === step._key);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-f]{4})|(.))/gisu, (_, code: string | undefined, character: string) =>
      code === undefined ? (escapes[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
    );

/** The escapes of JSON that do not stand for the escaped character itself. */
const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
