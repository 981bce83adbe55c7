import { isInlineName, isSilentName } from "../../markup/html/element-forms.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { findElement } from "../../markup/html/walk-tree.ts";
import { isArticleBody, mayHoldStory, type Verdict, verdictOn } from "./boilerplate.ts";
import { leastStory } from "./least-story.ts";

/** What of a page is not its story, by names; see {@link judgeElements}. */
export interface Judgement {
  /** Elements that belong to the page, with everything in them. */
  readonly off: ReadonlySet<HtmlElement>;
  /** Elements that a class name or id speaks against, and that hold the story all the same, with that name. */
  readonly overruled: ReadonlyMap<HtmlElement, string>;
}

/**
 * Decides which elements of a page belong to the page, by their names and roles.
 *
 * Pure. A page never loses its story to a name: what holds most of the text of the page, or of the story's own
 * container, is kept, and so is what does so together under one element. Only what asks for consent, navigates or holds comments is
 * out whatever it holds, unless the page itself is in it.
 *
 * @param others Elements that are known to be no part of the story, such as teasers; their text does not count.
 */
export function judgeElements(root: HtmlElement, others: ReadonlySet<HtmlElement>): Judgement {
  const verdicts = new Map<HtmlElement, Verdict>();
  const letters = new Map<HtmlElement, number>();
  /** Letters in outermost elements below that a verdict speaks against, and that may yet be overruled. */
  const doubted = new Map<HtmlElement, number>();
  weigh(root, false);
  const off = new Set<HtmlElement>();
  const overruled = new Map<HtmlElement, string>();
  judge(root, lettersIn(root), false);
  return { off, overruled };

  function lettersIn(element: HtmlElement): number {
    return letters.get(element) ?? 0;
  }

  function openIn(element: HtmlElement): number {
    return doubted.get(element) ?? 0;
  }

  /** Counts the letters of paragraphs from the inside out. */
  function weigh(element: HtmlElement, isInLine: boolean): void {
    const line = isInLine ? 0 : lettersOfLine(element);
    let [own, open] = [line, 0];
    for (const child of element.children) {
      if (child.kind === "text" || isUnseen(child.name)) continue;
      weigh(child, isInlineName(child.name) && (isInLine || line > 0));
      const verdict = others.has(child) ? undefined : verdictOn(child);
      if (verdict !== undefined) verdicts.set(child, verdict);
      const isOut = others.has(child) || (verdict?.yields === "to-page-inside" && !mayHoldStory(child));
      if (isOut) continue;
      own += lettersIn(child);
      open += verdict === undefined ? openIn(child) : lettersIn(child);
    }
    letters.set(element, own);
    doubted.set(element, open);
  }

  /**
   * @param scope Letters of the container that the story is known to be in.
   * @param isTogether Whether what is doubted below is overruled as one.
   */
  function judge(element: HtmlElement, scope: number, isTogether: boolean): void {
    const isGroup = isTogether || isHeldTogether(element, scope);
    for (const child of element.children) {
      if (child.kind === "text" || isUnseen(child.name)) continue;
      const verdict = verdicts.get(child);
      const inside = lettersIn(child);
      if (verdict === undefined) {
        judge(child, isContainer(child) && 2 * inside > scope ? inside : scope, isGroup);
        continue;
      }
      if (isOverruled(child, verdict, scope) || (isGroup && mayJoin(child, verdict))) {
        if (verdict.name !== undefined) overruled.set(child, verdict.name);
        judge(child, Math.min(inside, scope), isGroup);
      } else off.add(child);
    }
  }

  function isOverruled(element: HtmlElement, { yields }: Verdict, scope: number): boolean {
    const inside = lettersIn(element);
    switch (yields) {
      case "to-page-inside":
        return mayHoldStory(element) && 2 * inside > lettersIn(root);
      case "to-most-of-page":
        return 2 * inside > lettersIn(root);
      case "to-all-of-page":
        return lettersIn(root) - inside < leastParagraph;
      case "to-most-of-container":
        return hasControl(element) ? lettersIn(root) - inside < leastParagraph : 2 * inside > scope;
    }
  }

  /** Whether most of the text is in doubted elements below this one, and in no single one of its children. */
  function isHeldTogether(element: HtmlElement, scope: number): boolean {
    const isMost = (count: number): boolean => 2 * count > scope;
    if (!isMost(openIn(element))) return false;
    const isInOne = element.children.some(
      (child) => child.kind === "element" && isMost(verdicts.has(child) ? lettersIn(child) : openIn(child)),
    );
    return !isInOne && (hasOwnText(element) || lettersIn(root) - openIn(root) < leastStory);
  }

  /** A column of boxes beside the story has none. */
  function hasOwnText(element: HtmlElement): boolean {
    const kept = lettersIn(element) - openIn(element);
    return kept >= leastParagraph || findElement(element, ({ name }) => name === "h1") !== undefined;
  }

  function mayJoin(element: HtmlElement, { yields }: Verdict): boolean {
    return yields !== "to-page-inside" && lettersIn(element) >= leastParagraph && !hasControl(element);
  }
}

const leastParagraph = 60;
/** Text of a div that is no paragraph by its element. */
const leastLine = 80;

const isUnseen = (name: string): boolean => name === "head" || isSilentName(name);

const isContainer = (element: HtmlElement): boolean =>
  element.name === "article" || element.name === "main" || isArticleBody(element);

/** What asks readers to do something has a field, a button or a link for it. */
const hasControl = (element: HtmlElement): boolean =>
  findElement(
    element,
    ({ name, attributes }) =>
      /^(?:form|button|input|select|textarea)$/.test(name) ||
      (name === "a" && asking.test(attributes.get("href") ?? "")),
  ) !== undefined;

const asking = /subscri|abonn|\babo\b|log-?in|sign-?(?:in|up)|regist|checkout|membership|donat/i;

/** The letters of the line that an element is, without its links, if it is a paragraph. */
function lettersOfLine(element: HtmlElement): number {
  const isParagraph =
    element.name === "p" || element.children.some((child) => child.kind === "element" && child.name === "br");
  const letters = lettersInLine(element);
  return isParagraph || letters >= leastLine ? letters : 0;
}

function lettersInLine(element: HtmlElement): number {
  let letters = 0;
  for (const child of element.children) {
    if (child.kind === "text") letters += child.text.length;
    else if (child.name !== "a" && isInlineName(child.name)) letters += lettersInLine(child);
  }
  return letters;
}
