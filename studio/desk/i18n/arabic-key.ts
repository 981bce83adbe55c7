/** The names that strings have in Arabic, for those that they have in English: each plural has six forms. */
export type ArabicKey<Key extends string> =
  Key | `${Key extends `${infer Plural}_other` ? Plural : never}_${"zero" | "one" | "two" | "few" | "many"}`;
