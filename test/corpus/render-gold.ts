import type { Gold } from "./read-corpus.ts";

/** Renders the gold of a story as the corpus has it: a line for each role. Pure. */
export const renderGold = ({ language, layout, messy, roles, fields }: Gold): string =>
  [
    `{"language":${JSON.stringify(language)},"layout":${JSON.stringify(layout)},"messy":${messy},`,
    ' "roles":[',
    roles.map((role) => `  ${JSON.stringify(role)}`).join(",\n"),
    " ],",
    ` "fields":${JSON.stringify(fields)}`,
    "}\n",
  ].join("\n");
