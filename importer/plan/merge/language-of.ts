/** The language of the first version that has one; "und" (undetermined) if none has. Pure. */
export function languageOf(...versions: readonly object[]): string {
  const named = versions.map((version) => ("language" in version ? version.language : undefined));
  return named.find((language) => typeof language === "string") ?? "und";
}
