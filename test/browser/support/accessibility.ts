import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** The rules of WCAG 2.2, levels A and AA. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Parts of a page that are Studio's own, and what breaks a rule there, which is not ours to mend. */
const studiosOwn: Readonly<Record<string, string>> = {
  "[data-testid='studio-navbar']": "menus without names, links that are said to be selected",
  "[data-testid='structure-tool-list-pane']": "list items in a list box that are none",
  "[data-testid='document-pane']": "buttons and inputs without names in the header, the form and the footer",
};

/** What of ours stands within those. */
const oursWithin = [
  "[data-language-switch]",
  "[data-testid='story-and-source']",
  "[data-testid='status-banner']",
];

/** What breaks one rule in a list breaks it in each line. */
const mostOfEach = 3;

/**
 * Finds what of ours on a page breaks a rule of accessibility: the rule, the element, and what to mend. Empty is well.
 *
 * @param within The parts to look at, as selectors; default: all that is ours.
 */
export async function barriersOn(
  page: Page,
  within: readonly string[] = ["html", ...oursWithin],
): Promise<string[]> {
  // A colour counts once it has come to rest.
  await page.addStyleTag({ content: "* { transition: none !important }" });
  await page.evaluate(axe.source);
  const context = { include: [...within], exclude: Object.keys(studiosOwn) };
  const { violations } = await page.evaluate(
    async ({ context, values }): Promise<AxeResults> =>
      window.axe.run(context, { runOnly: { type: "tag", values } }),
    { context, values: rules },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, mostOfEach).map(({ html, failureSummary = "" }) => `${id}: ${html}: ${failureSummary}`),
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
