import { belowHeadlineRules } from "./below-headline-rules.ts";
import { bodyRules } from "./body-rules.ts";
import { boilerplateRules } from "./boilerplate-rules.ts";
import { bylineRules } from "./byline-rules.ts";
import { controlRules } from "./control-rules.ts";
import { datelineRules } from "./dateline-rules.ts";
import { headlineRules, repeatRules, topRules } from "./headline-rules.ts";
import { listRules } from "./list-rules.ts";
import { metadataRules } from "./metadata-rules.ts";
import { pictureRules } from "./picture-rules.ts";
import type { Rule } from "./rule.ts";
import { tailRules } from "./tail-rules.ts";

/** A table of rules, and the part of a story that it is about. */
export interface RuleTable {
  readonly title: string;
  readonly rules: readonly Rule<never, unknown>[];
}

/** All tables of rules, in the order in which they claim lines. */
export const ruleTables: readonly RuleTable[] = [
  { title: "The page around the story", rules: boilerplateRules },
  { title: "Orders to the desk", rules: controlRules },
  { title: "Dates, authors and sources", rules: metadataRules },
  { title: "Above the headline", rules: topRules },
  { title: "Kicker and headline", rules: headlineRules },
  { title: "The headline again", rules: repeatRules },
  { title: "Dateline", rules: datelineRules },
  { title: "Authors without a label", rules: bylineRules },
  { title: "Pictures", rules: pictureRules },
  { title: "Below the headline", rules: belowHeadlineRules },
  { title: "Lists and tables", rules: listRules },
  { title: "After the text", rules: tailRules },
  { title: "The text", rules: bodyRules },
];
