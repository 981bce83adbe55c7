import type { User } from "../lake-services.ts";

/** The header in which a program that is no browser says who it is: `Importer/8f14e45f`. */
export const programHeader = "x-lake-program";

/** A name, and what it is doing: both may stand in an address, and neither holds the dot that parts them in an id. */
const said = /^([A-Za-z][\w-]{0,39})(?:\/([\w-]{1,80}))?$/;

const idOfProgram = /^program\.([A-Za-z][\w-]{0,39})(?:\.([\w-]{1,80}))?$/;

/** The program that a header names, if it names one. */
export const programNamed = (header: string): User | undefined => programOf(said.exec(header));

/** The program that has an id. Nothing of programs is stored: the id says it all. */
export const programById = (id: string): User | undefined => programOf(idOfProgram.exec(id));

function programOf(match: RegExpExecArray | null): User | undefined {
  const [, name, task] = match ?? [];
  if (name === undefined) return undefined;
  return {
    kind: "program",
    id: task === undefined ? `program.${name}` : `program.${name}.${task}`,
    name: task === undefined ? name : `${name} (${task})`,
    email: "",
    color: "#455a64",
  };
}
