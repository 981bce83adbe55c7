import type { PathPair } from "./path-pair.ts";

/** One way to tell whether two texts that stood under one path are one story: a row of a table. */
export interface PathRule {
  /** Permanent kebab-case name. */
  readonly name: string;
  /** A few words for people that describe the texts. */
  readonly looksAt: string;
  /** Pairs of texts, for each answer that the rule can give. */
  readonly examples: {
    readonly same?: PathExample;
    readonly different?: PathExample;
  };
  /** Whether the texts are one story; `undefined` if the rule cannot tell. Pure. */
  decide(pair: PathPair): boolean | undefined;
}

/** Texts under one path, and other texts of the same folder. */
export interface PathExample {
  readonly before: readonly string[];
  readonly now: readonly string[];
  readonly others?: readonly (readonly string[])[];
}

/** More than a template has in common with its stories. */
const mostOfIt = 0.5;
/** Enough below the same headline. */
const someOfIt = 0.35;
/** Enough in spite of another day: only a word or two may have been corrected. */
const nearlyAllOfIt = 0.8;
/** A headline with so many words in common was only edited. */
const titleShare = 0.5;

const ferry = [
  "Ferry returns to service",
  "The ferry across the river returned to service after repairs of nine weeks.",
  "Its two engines were replaced, and the hull was painted in the colours of the company.",
  "Commuters had gone round by the bridge, which took them an hour longer each way.",
];
const advice = [
  "Drivers are asked to check the state of the roads before they set out.",
  "The road office publishes its report every morning and every evening.",
];
const traffic = (place: string, ...own: readonly string[]): string[] => [
  `Traffic in ${place} today`,
  ...own,
  ...advice,
];

/** The rules, in the order in which they are tried. */
export const pathRules: readonly PathRule[] = [
  {
    name: "other-day",
    looksAt:
      "texts that say they are of different days: somebody may have named the wrong one, and changed little else",
    examples: {
      same: {
        before: ferry.with(0, "Ferry returns on Monday"),
        now: ferry.with(0, "Ferry returns on Tuesday"),
      },
      different: {
        before: traffic("Arden", "On Monday a lorry lost its load of gravel on the bridge.").with(
          0,
          "Traffic on Monday",
        ),
        now: traffic("Arden", "On Tuesday snow closed the pass to the upper villages.").with(
          0,
          "Traffic on Tuesday",
        ),
      },
    },
    decide: (pair) =>
      pair.namesOtherDays ? Math.max(pair.share, pair.shareWithoutDays()) >= nearlyAllOfIt : undefined,
  },
  {
    name: "other-figures",
    looksAt:
      "the same headline over sentences in which only the figures differ, many or all of a line: a daily report",
    examples: {
      different: {
        before: [
          "Tides at the harbour",
          "High water is at 3.12 in the morning and 15.40 at night.",
          ...advice,
        ],
        now: ["Tides at the harbour", "High water is at 4.02 in the morning and 16.31 at night.", ...advice],
      },
    },
    decide: (pair) => (isOtherReport(pair) ? false : undefined),
  },
  {
    name: "most-sentences",
    looksAt: "texts that have most of their sentences in common, not counting those of a template",
    examples: { same: { before: ferry, now: ferry.with(0, "River crossing is open").slice(0, 3) } },
    decide: ({ share }) => share >= mostOfIt || undefined,
  },
  {
    name: "same-dateline",
    looksAt: "texts with the same date line, and with something else in common or not",
    examples: {
      same: {
        before: ferry.with(1, `LISBON, March 3 (Lusa) - ${ferry[1]}`),
        now: [
          "Ferry back in service with new engines",
          "LISBON, March 3 (Lusa) - Crowds cheered as the white boat left its berth.",
          "The first trip was free for everybody who had waited.",
        ],
      },
      different: {
        before: ferry.with(1, `LISBON, March 3 (Lusa) - ${ferry[1]}`),
        now: [
          "Library closes for good",
          "LISBON, March 3 (Lusa) - The reading room beside the market has shut its doors.",
          "Books went to three schools in the valley.",
        ],
      },
    },
    decide: (pair) => (pair.hasSameDateline() ? pair.title >= titleShare || pair.share > 0 : undefined),
  },
  {
    name: "few-words",
    looksAt: "texts without a sentence, by their words and numbers",
    examples: {
      same: { before: ["Ferry late", "Ask the desk."], now: ["Ferry very late", "Ask the desk."] },
      different: { before: ["Winning numbers", "4 8 15"], now: ["Winning numbers", "16 23 42"] },
    },
    decide: (pair) => (pair.lacksSentences ? pair.hasSameWords() : undefined),
  },
  {
    name: "template-only",
    looksAt: "texts of which one has nothing but the sentences of a template",
    examples: {
      same: {
        before: traffic("Arden"),
        now: traffic("Arden", "Ask the desk."),
        others: [traffic("Berrow")],
      },
      different: {
        before: traffic("Arden"),
        now: traffic("Arden", "Snow has closed the pass, and ploughs cannot reach the upper villages."),
        others: [traffic("Berrow")],
      },
    },
    decide: (pair) => (pair.lacksOwn ? pair.title === 1 && pair.isAllTemplate : undefined),
  },
  {
    name: "one-paragraph",
    looksAt: "one paragraph each below the same headline, and no template: by their numbers",
    examples: {
      same: {
        before: ["Ferry returns to service", "The ferry across the river is back after nine weeks."],
        now: ["Ferry returns to service", "Commuters cheered when their boat came in after nine weeks."],
      },
      different: {
        before: ["Lottery results", "Nobody had the numbers 4, 8 and 15."],
        now: ["Lottery results", "A baker from Arden won the pot with 16, 23 and 42."],
      },
    },
    decide: (pair) =>
      hasSameTitle(pair) && pair.isBrief && !pair.hasTemplate ? pair.sharesNumbers() : undefined,
  },
  {
    name: "some-sentences",
    looksAt: "the same headline and beginning, and some sentences that are the same or were only corrected",
    examples: {
      same: {
        before: ferry,
        now: [
          ...ferry.slice(0, 1),
          "The ferry over the river returned to service after repairs of nine weeks.",
          "Its engines were replaced, and the hull was painted in the colours of the company.",
          "Crowds cheered as the white boat left its berth for the first time since the winter.",
          "The first trip was free for everybody who had waited on the quay since the morning.",
        ],
      },
    },
    decide: (pair) =>
      (hasSameTitle(pair) && pair.shareWithCorrected() >= someOfIt && pair.keepsBeginning()) || undefined,
  },
  {
    name: "one-sentence-corrected",
    looksAt: "a headline that was at most edited, and one sentence that differs in words alone",
    examples: {
      same: {
        before: [
          "Ferry returns",
          "The ferry across the river returned to service after repairs of nine weeks.",
        ],
        now: ["Ferry back", "The ferry across the river came into service after long repairs of nine weeks."],
      },
    },
    decide: (pair) => (pair.title >= titleShare && pair.differsInOneSentence()) || undefined,
  },
];

/** Fewer are corrected in one story. */
const figuresOfReport = 3;

function isOtherReport(pair: PathPair): boolean {
  if (pair.title < 1 || pair.namesSameDay) return false;
  const { count, hasLine } = pair.otherFigures();
  return (hasLine || count >= figuresOfReport) && !pair.hasSameDateline();
}

/** Whether both have the same headline, and one that says something. */
const hasSameTitle = ({ title, isTitleTelling }: PathPair): boolean => title === 1 && isTitleTelling;
