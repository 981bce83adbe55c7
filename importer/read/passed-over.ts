/** Names that are told of each kind. */
const toldNames = 5;

/** What was passed over, by what it is. */
export class PassedOver {
  readonly #byKind = new Map<string, { readonly names: string[]; count: number }>();

  /** @param kind For people, in brackets. */
  add(kind: string, name: string): void {
    const known = this.#byKind.get(kind) ?? { names: [], count: 0 };
    this.#byKind.set(kind, known);
    known.count += 1;
    if (known.names.length < toldNames) known.names.push(name);
  }

  /** A message for each kind: `2 files ignored (hidden): .DS_Store, .git`. */
  messages(): string[] {
    return Array.from(this.#byKind, ([kind, { names, count }]) => {
      const more = count > names.length ? ` and ${count - names.length} more` : "";
      return `${count} ${count === 1 ? "file" : "files"} ignored (${kind}): ${names.join(", ")}${more}`;
    });
  }
}
