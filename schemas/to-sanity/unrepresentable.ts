/**
 * The error for a Zod schema that has no counterpart in Studio. A mistake in the content model: it is thrown while
 * the Studio schema is derived, so that it never reaches an editor.
 *
 * @param path The field, from its type's name on, for example `article.body[]`.
 * @param kind Zod's name for the kind, or a few words that say what is missing.
 */
export function unrepresentable(path: string, kind: string): TypeError {
  return new TypeError(`Cannot show "${path}" in Studio: there is no converter for the Zod kind "${kind}"`);
}
