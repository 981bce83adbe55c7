import { lineForms } from "./line-forms.ts";

type FormName = (typeof lineForms)[number]["of"];

/** The first form of a kind that a line has; `undefined` if it has none. Pure. */
export const formOfLine = (line: string, of: FormName): (typeof lineForms)[number] | undefined =>
  lineForms.find((form) => form.of === of && form.looksLike.test(line.trim()));
