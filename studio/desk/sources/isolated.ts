/** A name that a sentence of another direction takes in without either changing the order of the other. Pure. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
