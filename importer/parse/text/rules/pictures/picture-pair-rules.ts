import type { PicturePair } from "../../picture-pair.ts";
import type { PicturePlace } from "../../picture-place.ts";
import type { PictureRule } from "../picture-rule.ts";

/** Rules for the two lines of a picture that prove each other: alternative text and caption. */
export const picturePairRules: readonly PictureRule[] = [
  {
    name: "same-sentence-twice",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side that say the same",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Workers on the bridge (Local Post)", "Workers on the bridge (Local Post)"],
    },
    provesCredit: true,
    applies: (place) => isPair(place, "same-sentence-twice", "imageAlt"),
  },
  {
    name: "two-scripts",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side, of which the first is in another script than the story",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["عمال فوق الجسر صباح الاثنين (رويترز)", "Workers on the bridge on Monday (Reuters)"],
    },
    applies: (place) => isPair(place, "two-scripts", "imageAlt"),
  },
  {
    name: "two-languages",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt:
      "two lines side by side, of which the first is in another language than the story, in the same script",
    confidence: 0.85,
    example: {
      part: "text",
      lines: [
        "Los obreros trabajan en el puente por la mañana con las grúas de la ciudad (Reuters)",
        "Workers on the bridge in the morning with cranes from the city (Reuters)",
      ],
    },
    applies: (place) => isPair(place, "two-languages", "imageAlt"),
  },
  {
    name: "both-credited",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines side by side that both end in a credit",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Men in helmets at work (Reuters)", "The bridge needs new cables this year (Reuters)"],
    },
    applies: (place) => isPair(place, "both-credited", "imageAlt"),
  },
  {
    name: "beside-credited-line",
    roles: ["imageAlt", "imageCaption"],
    picture: "begins",
    looksAt: "two lines by themselves, of which one ends in a credit and the other is about as long",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Men in yellow helmets at work", "The bridge needs new cables this year (Reuters)"],
    },
    applies: (place) => isPair(place, "beside-credited-line", "imageAlt") && !place.isBelowHeadline,
  },
  {
    name: "two-scripts",
    roles: ["imageCaption", "imageAlt"],
    picture: "begins",
    // Unless the second line is the alternative text for the caption below it.
    looksAt: "two lines side by side, of which only the second is in another script than the story",
    confidence: 0.9,
    example: {
      part: "text",
      lines: ["Workers on the bridge on Monday (Reuters)", "عمال فوق الجسر صباح الاثنين (رويترز)"],
    },
    applies: (place) => isPair(place, "two-scripts", "imageCaption") && place.nextPair() === undefined,
  },
  {
    name: "two-languages",
    roles: ["imageCaption", "imageAlt"],
    picture: "begins",
    looksAt: "two lines side by side, of which only the second is in another language, in the same script",
    confidence: 0.85,
    example: {
      part: "text",
      lines: [
        "Workers on the bridge in the morning with cranes from the city (Reuters)",
        "Los obreros trabajan en el puente por la mañana con las grúas de la ciudad (Reuters)",
      ],
    },
    applies: (place) => isPair(place, "two-languages", "imageCaption") && place.nextPair() === undefined,
  },
];

const isPair = (
  place: PicturePlace,
  evidence: PicturePair["evidence"],
  firstRole: PicturePair["firstRole"],
): boolean => {
  const pair = place.pair();
  return pair?.evidence === evidence && pair.firstRole === firstRole;
};
