import type { StudioPage } from "../../test/browser/support/studio-page.ts";
import { Hands } from "./hands.ts";
import type { ShiftKind, ShiftStory } from "./shift-stories.ts";

/** What a story has cost. */
export interface StoryCost {
  readonly kind: ShiftKind;
  readonly acts: number;
  readonly typed: number;
  /** From when the story could be edited until the next one could. */
  readonly ms: number;
}

/** How an editor deals with a story that is open, up to the act that leads on. */
export type Way = Readonly<Record<ShiftKind, (hands: Hands, studio: StudioPage) => Promise<void>>>;

const date = "2026-03-04 10:00";
const credit = "Ada Byron";

const take = (studio: StudioPage) => studio.story.getByRole("button", { name: "Take the source's" });
const button = (studio: StudioPage, name: string) =>
  studio.queueBar.getByRole("button", { name, exact: true });

export const byKeyboard: Way = {
  clean: (hands) => hands.press("p"),
  "doubtful date": async (hands, studio) => {
    await hands.press("e");
    await studio.fieldInFocus("publishedAt").waitFor();
    await hands.type(date);
    await hands.press("Control+Enter");
  },
  "picture without credit": async (hands, studio) => {
    const problem = studio.problem("missing-credit");
    await hands.press("e");
    await problem.locator("input:focus").waitFor();
    await hands.type(credit);
    await hands.press("Enter");
    await problem.waitFor({ state: "detached" });
    await hands.press("p");
  },
  duplicate: async (hands, studio) => {
    await hands.press("c");
    await studio.comparison.locator("mark").first().waitFor();
    await hands.press("Escape");
    await studio.comparison.waitFor({ state: "detached" });
    await hands.press("r");
  },
  conflict: async (hands, studio) => {
    await hands.press("e");
    await studio.story.locator("button:focus").filter({ hasText: "Take the source's" }).waitFor();
    await hands.press("Enter");
    await take(studio).waitFor({ state: "detached" });
    await hands.press("p");
  },
  withdrawn: (hands) => hands.press("r"),
  // It moves on by itself when the embargo ends.
  embargoed: (hands) => hands.press("j"),
};

export const byPointer: Way = {
  clean: (hands, studio) => hands.click(button(studio, "Publish and next")),
  "doubtful date": async (hands, studio) => {
    const problem = studio.problem("publication-date-unknown");
    await hands.click(problem.getByRole("button", { name: "Go to the field" }));
    await studio.fieldInFocus("publishedAt").waitFor();
    await hands.type(date);
    await hands.click(button(studio, "Publish and next"));
  },
  "picture without credit": async (hands, studio) => {
    const problem = studio.problem("missing-credit");
    await hands.click(problem.getByRole("textbox", { name: "Credit" }));
    await hands.type(credit);
    await hands.click(problem.getByRole("button", { name: "Save" }));
    await problem.waitFor({ state: "detached" });
    await hands.click(button(studio, "Publish and next"));
  },
  duplicate: async (hands, studio) => {
    await hands.click(button(studio, "Compare"));
    await studio.comparison.locator("mark").first().waitFor();
    await hands.click(studio.comparison.getByRole("button", { name: "Close dialog" }));
    await studio.comparison.waitFor({ state: "detached" });
    await hands.click(button(studio, "Reject"));
  },
  conflict: async (hands, studio) => {
    await hands.click(take(studio));
    await take(studio).waitFor({ state: "detached" });
    await hands.click(button(studio, "Publish and next"));
  },
  withdrawn: (hands, studio) => hands.click(button(studio, "Reject")),
  embargoed: (hands, studio) => hands.click(button(studio, "Next story")),
};

/** Works a queue down from its first story on, each story once. @returns What each has cost, in the order of the queue. */
export async function playShift(
  studio: StudioPage,
  stories: readonly ShiftStory[],
  way: Way,
): Promise<readonly StoryCost[]> {
  await studio.openQueue();
  const first = studio.queueRows.first().getByRole("link");
  let headline = await studio.queueHeadline(studio.queueRows.first()).innerText();
  await first.click();
  await studio.storyEditable(headline);
  const costs: StoryCost[] = [];
  for (const _ of stories) {
    const story = stories.find((one) => headline.startsWith(`${one.headline},`) || headline === one.headline);
    if (story === undefined) throw new Error(`Cannot play: nobody knows "${headline}"`);
    const next = await studio.queueNext.innerText();
    const hands = new Hands(studio.page);
    const start = performance.now();
    await way[story.kind](hands, studio);
    await studio.storyEditable(next);
    costs.push({ kind: story.kind, acts: hands.acts, typed: hands.typed, ms: performance.now() - start });
    headline = next;
  }
  return costs;
}
