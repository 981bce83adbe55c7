/** One of the names that a story goes by. */
export interface StoryIdentity {
  /**
   * `url`: its address. `id`: the provider's own id. `path`: where it lies below the import root, in a file of many
   * stories with its headline. `text`: the digest of its text, which names what came through standard input.
   */
  readonly kind: "url" | "id" | "path" | "text";
  readonly value: string;
}
