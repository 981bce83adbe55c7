import { sourceId, type Problem, type Source } from "../../schemas/index.ts";
import { toSlug } from "../../schemas/slugify.ts";
import { findSource } from "../parse/authority/find-source.ts";
import type { KnownSource } from "../parse/authority/known-source.ts";
import { shortDigestOf } from "../digest.ts";
import { toProblem } from "../problems.ts";
import { makeKeys } from "../deterministic-keys.ts";

/** The sources that one story names, each once, in the order they were requested. */
export interface SourceCollection {
  /** The source that a printed name stands for; an unknown name becomes a new source. */
  get(printed: string): Source;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Collects the sources of a story.
 *
 * @param language Language of the story, assumed for the name of an unknown source.
 */
export function collectSources(language: string): SourceCollection {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  return {
    get(printed) {
      const known = findSource(printed);
      const source = known === undefined ? newSource(printed, language) : describe(known);
      const collected = sources.get(source._id);
      if (collected !== undefined) return collected;
      sources.set(source._id, source);
      if (known === undefined) {
        const message = `"${printed}" is not a known source; a new one was created`;
        problems.push(toProblem("new-source", message, { documentId: source._id }));
      }
      return source;
    },
    get sources() {
      return [...sources.values()];
    },
    problems,
  };
}

const described = new Map<KnownSource, Source>();

/** All stories share one document per known source, so it is made once. */
function describe(known: KnownSource): Source {
  const source = described.get(known) ?? toSource(known);
  described.set(known, source);
  return source;
}

function toSource(known: KnownSource): Source {
  const { slug, names, aliases, name, kind, url, wikidata, defaultLanguage } = known;
  const keyOf = makeKeys();
  return {
    _id: sourceId(slug),
    _type: "source",
    name,
    names: Object.entries(names).map(([language, value]) => ({
      _type: "sourceName",
      _key: keyOf(language),
      language,
      value,
    })),
    kind,
    aliases: [...new Set([name, ...Object.values(names), ...aliases])],
    ...(url === undefined ? {} : { url }),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
  };
}

function newSource(printed: string, language: string): Source {
  const name = printed.trim();
  return {
    _id: sourceId(toSlug(name) || shortDigestOf(name, 8)),
    _type: "source",
    name,
    names: [{ _type: "sourceName", _key: makeKeys()(language), language, value: name }],
    // The name does not tell the kind; the problem reported with it asks an editor to check.
    kind: "organisation",
    aliases: [name],
  };
}
