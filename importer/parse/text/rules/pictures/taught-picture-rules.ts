import { isRightBelow } from "../../is-right-below.ts";
import type { Role } from "../../lines.ts";
import type { ObservedLine } from "../../observe-lines.ts";
import type { PictureRule } from "../picture-rule.ts";

/** Rules for lines of pictures of which an editor has said what they are, in the order in which they are tried. */
export const taughtPictureRules: readonly PictureRule[] = [
  {
    name: "taught-by-editor",
    roles: ["imageAlt"],
    picture: "begins",
    looksAt: "a line of which an editor has said that such lines are alternative texts",
    confidence: 0.97,
    example: {
      part: "text",
      lines: ["Men in yellow helmets at the river"],
      outlet: [{ shape: "Men in yellow helmets at the river", role: "imageAlt", habit: "taught" }],
    },
    awaitsCredit: true,
    applies: ({ line }) => isTaught(line, "imageAlt"),
  },
  {
    name: "taught-by-editor",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt:
      "a line of which an editor has said that such lines are captions, right below an alternative text",
    confidence: 0.97,
    example: {
      part: "text",
      lines: ["Men in yellow helmets at the river", "Workers on the bridge at noon"],
      outlet: [
        { shape: "Men in yellow helmets at the river", role: "imageAlt", habit: "taught" },
        { shape: "Workers on the bridge at noon", role: "imageCaption", habit: "taught" },
      ],
    },
    awaitsCredit: true,
    applies: ({ line, before, ruleBefore }) =>
      isTaught(line, "imageCaption") &&
      ruleBefore === "taught-by-editor" &&
      before !== undefined &&
      isTaught(before, "imageAlt") &&
      isRightBelow(line, before),
  },
  {
    name: "taught-by-editor",
    roles: ["imageCaption"],
    picture: "begins",
    looksAt: "a line of which an editor has said that such lines are captions",
    confidence: 0.97,
    example: {
      part: "text",
      lines: ["Workers on the bridge at noon"],
      outlet: [{ shape: "Workers on the bridge at noon", role: "imageCaption", habit: "taught" }],
    },
    awaitsCredit: true,
    applies: ({ line }) => isTaught(line, "imageCaption"),
  },
];

const isTaught = ({ outlet }: ObservedLine, role: Role): boolean =>
  outlet?.habit === "taught" && outlet.role === role;
