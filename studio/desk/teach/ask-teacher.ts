import { z } from "zod";
import { type LineRole, lineRole, taughtRule } from "../../../schemas/index.ts";
import { type Asking, askJob, type Failure } from "../importer/ask-job.ts";

const taughtLine = z.object({
  kind: z.literal("taught"),
  run: z.string(),
  isSuggested: z.boolean(),
  outlet: z.string().optional(),
  shapes: z.array(z.string()),
});
export type TaughtLine = Readonly<z.infer<typeof taughtLine>>;

/** Has a line of an imported story read as something else; `null` takes back what was said of it. */
export const askToTeachLine = (
  {
    articleId,
    line,
    role,
  }: { readonly articleId: string; readonly line: number; readonly role: LineRole | null },
  asking: Asking,
): Promise<TaughtLine | Failure> =>
  askJob(
    { path: `stories/${encodeURIComponent(articleId)}/lines`, body: { line, role }, outcome: taughtLine },
    asking,
  );

/** A rule that an outlet may be taught. */
export interface OfferedRule {
  /** Key of the outlet. */
  readonly outlet: string;
  readonly shape: string;
  readonly role: LineRole;
  /** A line of that shape. */
  readonly example: string;
}

const ruled = z.object({
  kind: z.literal("ruled"),
  run: z.string(),
  interrupted: z.boolean(),
  stories: z.number(),
  changed: z.number(),
  suggested: z.number(),
  examples: z.array(z.object({ headline: z.string(), line: z.string() })),
});
export type Ruled = Readonly<z.infer<typeof ruled>>;

/** Has all lines of a shape in an outlet read by a rule, or says what that would do. */
export const askToTeachRule = (
  { outlet, ...rule }: OfferedRule,
  dryRun: boolean,
  asking: Asking,
): Promise<Ruled | Failure> =>
  askJob(
    { path: `outlets/${encodeURIComponent(outlet)}/rules`, body: { ...rule, dryRun }, outcome: ruled },
    asking,
  );

const dismissed = z.object({ kind: z.literal("dismissed") });

/** Has a rule not offered again. */
export const askToDismissRule = (
  { outlet, ...rule }: OfferedRule,
  asking: Asking,
): Promise<z.infer<typeof dismissed> | Failure> =>
  askJob(
    { path: `outlets/${encodeURIComponent(outlet)}/dismissals`, body: rule, outcome: dismissed },
    asking,
  );

const reviewed = z.object({
  outlets: z.array(
    z.object({
      key: z.string(),
      lookedAt: z.number(),
      values: z.number(),
      kept: z.number(),
      offers: z.array(
        z.object({ shape: z.string(), role: lineRole, stories: z.number(), example: z.string() }),
      ),
      taught: z.array(taughtRule),
    }),
  ),
});
export type ReviewedOutlet = Readonly<z.infer<typeof reviewed>["outlets"][number]>;

/** How well each outlet is read, and what may be taught of it; rules that are contradicted retire. @throws Why not. */
export async function fetchReviews(origin: string): Promise<readonly ReviewedOutlet[]> {
  const answer = await fetch(new URL("/__copydesk/outlets", origin));
  if (!answer.ok) throw new Error(answer.statusText);
  return reviewed.parse(await answer.json()).outlets;
}
