import type { z } from "zod";

/** Parameters of a pane, as its address has them. */
export type PaneParams = Readonly<Record<string, string | undefined>>;

/** Reads a filter from an address; what cannot be read is left out, so that an old link still shows something. Pure. */
export function readParams<Filter extends z.ZodObject<Readonly<Record<string, z.ZodType>>>>(
  filter: Filter,
  params: PaneParams = {},
): z.output<Filter> {
  const readable = Object.entries(filter.shape).filter(
    ([name, field]) => params[name] !== undefined && field.safeParse(params[name]).success,
  );
  return filter.parse(Object.fromEntries(readable.map(([name]) => [name, params[name]])));
}
