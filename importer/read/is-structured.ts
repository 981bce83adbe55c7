/** Whether a text begins with markup or JSON, which no plain-text story starts with. Pure. */
export const isStructured = (head: string): boolean =>
  /^[\uFEFF\s]*(?:<\?xml|<!DOCTYPE|<[A-Za-z][\w:-]*[\s>]|\{\s*"|\[\s*[{"\]])/.test(head);
