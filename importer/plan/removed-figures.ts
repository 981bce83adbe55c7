import { z } from "zod";

const figure = z.looseObject({ _type: z.literal("figure"), image: z.looseObject({ _ref: z.string() }) });
const keyed = z.looseObject({ _key: z.string() });
const article = z.looseObject({
  leadImage: figure.optional().catch(undefined),
  body: z.array(keyed).optional().catch(undefined),
});

/**
 * Returns the source's version without the pictures that an editor removed from the article and that the source has
 * only moved, for example from the head of the story into its text: they stay out. Pure.
 *
 * @param base The source's version at the last import. @param current What the dataset has.
 */
export function withoutRemovedFigures<T extends object>(wanted: T, base: object, current: object): T {
  const [before, now, next] = [base, current, wanted].map((document) => article.safeParse(document).data);
  if (before === undefined || now === undefined || next === undefined) return wanted;
  const shown = imagesIn(now);
  const removed = new Set(imagesIn(before).filter((id) => !shown.includes(id)));
  if (removed.size === 0) return wanted;
  const known = new Set(before.body?.map(({ _key }) => _key));
  const isBack = (member: unknown): boolean => imagesOf(member).some((id) => removed.has(id));
  const body = next.body?.filter((member) => known.has(member._key) || !isBack(member));
  const isLeadBack = before.leadImage === undefined && isBack(next.leadImage);
  const said: T & { leadImage?: unknown; body?: unknown } = { ...wanted };
  if (isLeadBack) delete said.leadImage;
  if (body !== undefined) said.body = body;
  return said;
}

const imagesOf = (member: unknown): string[] => {
  const found = figure.safeParse(member).data;
  return found === undefined ? [] : [found.image._ref];
};

const imagesIn = ({ leadImage, body = [] }: z.infer<typeof article>): string[] =>
  [leadImage, ...body].flatMap(imagesOf);
