/** The language of a story, as the first of its versions that names one has it; "und", for unknown, if none does. Pure. */
export function languageOf(...versions: readonly object[]): string {
  const named = versions.map((version) => ("language" in version ? version.language : undefined));
  return named.find((language) => typeof language === "string") ?? "und";
}
