import type { Say } from "./say.ts";
import type { StudioShape } from "./studio-type.ts";

/** What an editor reads of a part of a type. */
interface Titled {
  readonly title?: string | undefined;
  readonly description?: unknown;
}

/** Says the titles and explanations of a type and of all that is within it: fields, members, groups, options, styles. Pure. */
export function sayTitles<Type extends StudioShape>(type: Type, say: Say): Type {
  const said = <Part extends Titled>(part: Part): Part => ({
    ...part,
    ...(part.title !== undefined && { title: say(part.title) }),
    ...(typeof part.description === "string" && { description: say(part.description) }),
  });
  const within = <Part extends StudioShape>(part: Part): Part => sayTitles(part, say);
  const { fields, of, groups, orderings, styles, lists, marks, options } = type;
  return {
    ...type,
    ...said(type),
    ...(fields && { fields: fields.map(within) }),
    ...(of && { of: of.map(within) }),
    ...(groups && { groups: groups.map(said) }),
    ...(orderings && { orderings: orderings.map(said) }),
    ...(styles && { styles: styles.map(said) }),
    ...(lists && { lists: lists.map(said) }),
    ...(marks && {
      marks: { decorators: marks.decorators.map(said), annotations: marks.annotations.map(within) },
    }),
    ...(hasList(options) && { options: { ...options, list: options.list.map(said) } }),
  };
}

const hasList = (options: unknown): options is { readonly list: readonly Titled[] } =>
  typeof options === "object" && options !== null && "list" in options && Array.isArray(options.list);
