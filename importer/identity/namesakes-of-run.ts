import { nameOf } from "./names-of.ts";
import type { Namesake } from "./namesakes.ts";
import type { StoryIdentity } from "./story-identity.ts";

/**
 * The stories of a run by their names: those that it has not written yet, and in a dry run never will. Stories that
 * have nothing but a path are left out, since two of one run never share one. Memory: under a kilobyte a story.
 */
export class NamesakesOfRun {
  readonly #byName = new Map<string, string[]>();
  readonly #byKey = new Map<string, Namesake>();

  /** Adds a story, or the newer version of one. */
  add(namesake: Namesake): void {
    const known = this.#byKey.get(namesake.articleKey);
    const names = new Set([...(known?.names ?? []), ...namesake.names]);
    this.#byKey.set(namesake.articleKey, { ...namesake, names });
    for (const name of names) {
      const keys = this.#byName.get(name) ?? [];
      if (!keys.includes(namesake.articleKey)) this.#byName.set(name, [...keys, namesake.articleKey]);
    }
  }

  /** Those that share a name with a story. */
  find(identities: readonly StoryIdentity[]): Namesake[] {
    const keys = identities.flatMap((identity) => this.#byName.get(nameOf(identity) ?? "") ?? []);
    return [...new Set(keys)].flatMap((key) => this.#byKey.get(key) ?? []);
  }

  /** The story of the run that has the ids that are made of a key. */
  get(articleKey: string): Namesake | undefined {
    return this.#byKey.get(articleKey);
  }
}
