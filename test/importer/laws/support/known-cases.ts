import type { EditorAct } from "./editor.ts";
import type { LawStep } from "./law-script.ts";
import type { ImportStep } from "./newsroom.ts";
import type { SourceChange, StoryPlot } from "./story-text.ts";

/** A case of the first law: stories, the first import, and what happens before and during each of the next ones. */
export type KnownCase = [
  stories: StoryPlot[],
  first: ImportStep,
  rounds: [happenings: LawStep[], rough: ImportStep][],
];

const storyOf = (sources: StoryPlot["sources"], items: StoryPlot["items"] = ["paragraph"]): StoryPlot => ({
  language: "en",
  hasLead: false,
  items,
  sources,
});
const sourceDoes = (kind: SourceChange["kind"], story: number, item = 0, place = 0): LawStep => ({
  kind: "source",
  story,
  change: { kind, item, place },
});
const act = (kind: EditorAct["kind"], place = 0): EditorAct => ({ kind, place, word: 0, asMutations: false });
const toDrafts: ImportStep = { publish: false, concurrency: 1, during: [], faults: [] };
const toReaders: ImportStep = { ...toDrafts, publish: true };

/** The draft took over an editor's work from what was published, and a later import gave it to readers. */
const sourcesMergedInTheMidst: KnownCase = [
  [storyOf("Reuters"), storyOf("Reuters"), storyOf("the Gazette")],
  toReaders,
  [
    [
      [sourceDoes("replaces a word", 2)],
      { ...toDrafts, during: [{ at: 3, story: 0, act: act("merges two sources") }] },
    ],
    [[sourceDoes("replaces a word", 2)], toReaders],
  ],
];

/** The lines of three pictures were taken for a paragraph that was wrapped, those of two were not. */
const threePicturesBecomeTwo: KnownCase = [
  [{ ...storyOf("Reuters", ["picture", "picture"]), hasLead: true }],
  toDrafts,
  [
    [
      [{ kind: "editor", story: 0, act: act("rewrites a caption") }, sourceDoes("drops an item", 0)],
      toDrafts,
    ],
  ],
];

/** A new paragraph took the key of the one after it, which the source had corrected and an editor too. */
const paragraphBeforeACorrectedOne: KnownCase = [
  [storyOf("Reuters", ["paragraph", "paragraph", "paragraph", "paragraph"])],
  toDrafts,
  [
    [
      [
        { kind: "editor", story: 0, act: act("types a word over another", 29) },
        sourceDoes("replaces a word", 0, 23, 9),
        sourceDoes("adds a paragraph", 0, 3),
      ],
      toDrafts,
    ],
  ],
];

/** A paragraph that the source dropped lived on, a part of it in the one before, and nobody was told of that part. */
const droppedParagraphInTwoParts: KnownCase = [
  [storyOf("Reuters", ["paragraph", "paragraph"])],
  toDrafts,
  [
    [
      [
        sourceDoes("drops an item", 0),
        { kind: "editor", story: 0, act: { ...act("splits a block", 16), word: 7 } },
      ],
      { ...toDrafts, during: [{ at: 0, story: 0, act: act("joins two blocks") }] },
    ],
  ],
];

/** A heading said what another one had said before it was corrected, and got that one's key. */
const headingThatAnotherOneWas: KnownCase = [
  [storyOf("Reuters", ["paragraph", "picture", "heading"])],
  toDrafts,
  [
    [[sourceDoes("adds a heading", 0, 22)], toDrafts],
    [
      [sourceDoes("adds a paragraph", 0, 2)],
      { ...toDrafts, during: [{ at: 0, story: 0, act: act("types a word over another", 8) }] },
    ],
  ],
];

/** A title after the text was taken for a link to another story once there were two, and then no more. */
const titleTakenForALink: KnownCase = [
  [storyOf("Reuters", ["heading"])],
  toDrafts,
  [
    [
      [
        { kind: "editor", story: 0, act: act("types a word over another", 13) },
        sourceDoes("adds a heading", 0),
      ],
      toDrafts,
    ],
    [
      [sourceDoes("drops an item", 0)],
      { ...toDrafts, during: [{ at: 0, story: 0, act: act("accepts a suggestion") }] },
    ],
  ],
];

/** An editor joined a paragraph into another that the source had dropped, and that there was a suggestion about. */
const joinedWhileAsked: KnownCase = [
  [storyOf("Reuters")],
  toDrafts,
  [
    [
      [
        { kind: "editor", story: 0, act: act("types a word over another", 1) },
        sourceDoes("drops an item", 0),
      ],
      toDrafts,
    ],
    [
      [{ kind: "editor", story: 0, act: act("joins two blocks") }, sourceDoes("replaces a word", 0)],
      toDrafts,
    ],
  ],
];

/** A new paragraph took the place of one that was moved and corrected, because both ended in the same sentence. */
const newParagraphInThePlaceOfAMovedOne: KnownCase = [
  [storyOf("Reuters", ["paragraph", "picture"])],
  toDrafts,
  [
    [[sourceDoes("adds a paragraph", 0)], toDrafts],
    [[{ kind: "editor", story: 0, act: act("types a word over another", 11) }], toDrafts],
    [
      [
        sourceDoes("adds a paragraph", 0, 4),
        sourceDoes("moves an item", 0, 30),
        sourceDoes("replaces a word", 0, 10, 1),
      ],
      toDrafts,
    ],
  ],
];

/** Cases in which the first law was broken once, or was too strict. */
export const knownCases: readonly KnownCase[] = [
  sourcesMergedInTheMidst,
  threePicturesBecomeTwo,
  paragraphBeforeACorrectedOne,
  droppedParagraphInTwoParts,
  headingThatAnotherOneWas,
  titleTakenForALink,
  joinedWhileAsked,
  newParagraphInThePlaceOfAMovedOne,
];

/** A case of the law of undoing: stories, two imports with what happens between them, and what happens since. */
export type KnownUndoing = [
  stories: StoryPlot[],
  first: ImportStep,
  happenings: LawStep[],
  second: ImportStep,
  since: LawStep[],
];

/** An editor took back that a picture was removed, whose text the source had changed in the meantime. */
const pictureBackWithTheDraft: KnownUndoing = [
  [storyOf("Reuters", ["picture"])],
  toReaders,
  [sourceDoes("replaces a word", 0, 2), { kind: "editor", story: 0, act: act("deletes a block", 1) }],
  toDrafts,
  [{ kind: "editor", story: 0, act: act("discards the draft") }],
];

export const knownUndoings: readonly KnownUndoing[] = [pictureBackWithTheDraft];

/** A case of the law of two imports: how it begins, what the older texts say, what is corrected after them, and when. */
export type KnownMeeting = [
  stories: StoryPlot[],
  first: ImportStep,
  happenings: LawStep[],
  later: LawStep[],
  step: ImportStep,
  at: number,
];

/** Right before the write the other import brings a picture that has gone from the source since: a moved revision. */
const pictureInTheMidst: KnownMeeting = [
  [storyOf("Reuters")],
  toReaders,
  [sourceDoes("replaces a word", 0), sourceDoes("changes the lead picture", 0, 0, 1)],
  [sourceDoes("changes the lead picture", 0)],
  toReaders,
  4,
];

export const knownMeetings: readonly KnownMeeting[] = [pictureInTheMidst];
