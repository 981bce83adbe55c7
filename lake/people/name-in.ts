import type { User } from "../lake-services.ts";

/** What whoever has no name of their own is called, by language. */
const localEditor: Readonly<Record<string, string>> = { en: "Local editor", ar: "محرر محلي" };

/** The languages in which the lake can say that, the first for whoever asks in none of them. */
export const languagesOfNames: readonly string[] = Object.keys(localEditor);

/** The name of a user in a language: people and programs have one that is the same in each. */
export const nameIn = (language: string, { kind, name }: Pick<User, "kind" | "name">): string =>
  kind === "local" ? (localEditor[language] ?? name) : name;
