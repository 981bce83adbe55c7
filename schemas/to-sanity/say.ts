/**
 * Says a title, an explanation or a message of the content model in the language of a Studio.
 *
 * @param english As the content model has it, with `{{name}}` where a value stands.
 */
export type Say = (english: string, values?: Readonly<Record<string, string | number>>) => string;

/** A text with its values put in. Pure. */
export const withValues = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (slot, name: string) => String(values[name] ?? slot));

/** The language of the content model itself. */
export const sayInEnglish: Say = (english, values) => withValues(english, values);
