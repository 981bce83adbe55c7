import { type PathStep, appendStep, readDocumentId } from "../../../schemas/index.ts";
import { applyMutations } from "../../dataset/apply-mutations.ts";
import { contentOf } from "../../dataset/content.ts";
import { idsOf } from "../../dataset/mutation.ts";
import { shownJson, shownText } from "../../shown-text.ts";
import type { ApplyReport } from "./apply-plan.ts";
import type { PlanFile, PlanFileStory } from "./plan-file.ts";

/** Renders a plan as a readable diff: each document, and the values that it loses and gains. Pure. */
export const renderPlan = ({ at, dataset, stories }: PlanFile): string =>
  [
    `Planned ${shownText(at)} for dataset ${shownText(dataset)}: ${stories.length} ${stories.length === 1 ? "story" : "stories"}`,
  ]
    .concat(stories.map(renderStory))
    .join("\n\n");

function renderStory({ input, outcome, before, mutations }: PlanFileStory): string {
  const from = new Map(Object.entries(before));
  const to = applyMutations(from, mutations);
  const lines = idsOf(mutations).flatMap((id) => {
    // The importer's own record follows from the rest.
    if (readDocumentId(id).kind === "importRecord") return [];
    const kind = !from.has(id) ? "create" : to.has(id) ? "update" : "delete";
    const diff = diffOf(contentOf(from.get(id) ?? {}), contentOf(to.get(id) ?? {}));
    // Some mutations change nothing; they only fail the transaction if a document has changed since it was read.
    return diff.length === 0 ? [] : [`  ${kind} ${id}`, ...diff].map(shownText);
  });
  return [`${shownText(input)} (${outcome})`, ...lines].join("\n");
}

/** The leaves that differ, one per line, by path. */
function diffOf(from: object, to: object): string[] {
  const [before, after] = [new Map(leavesOf(from, "")), new Map(leavesOf(to, ""))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === is) return [];
    return [
      ...(was === undefined ? [] : [`    - ${path}: ${was}`]),
      ...(is === undefined ? [] : [`    + ${path}: ${is}`]),
    ];
  });
}

/** Every string, number and boolean in a value, by its path in Sanity's form. */
function leavesOf(value: unknown, path: string): [path: string, leaf: string][] {
  if (Array.isArray(value)) {
    return value.flatMap((member: unknown, at) => leavesOf(member, appendStep(path, stepTo(member, at))));
  }
  if (typeof value !== "object" || value === null) return [[path, shownJson(value)]];
  return Object.entries(value)
    .filter(([name]) => name !== "_key" && name !== "_type")
    .flatMap(([name, member]) => leavesOf(member, appendStep(path, name)));
}

const stepTo = (member: unknown, at: number): PathStep => {
  const hasKey = typeof member === "object" && member !== null && "_key" in member;
  return hasKey && typeof member._key === "string" ? { _key: member._key } : at;
};

/** Renders what applying a plan did, and every document that prevented a story. Pure. */
export function renderApplied({ run, interrupted, stories }: ApplyReport): string {
  const count = (outcome: string): number => stories.filter((story) => story.outcome === outcome).length;
  const refused = stories.flatMap((story) =>
    story.refused.map(({ id, why }) => shownText(`  ${story.input}: ${id}: ${why}`)),
  );
  return [
    ...(interrupted ? ["Interrupted: apply the plan again to complete it."] : []),
    `Run ${run}: ${count("applied")} applied, ${count("applied before")} already applied, ${count("refused")} refused`,
    ...(refused.length === 0 ? [] : [["Refused: plan these again", ...refused].join("\n")]),
  ].join("\n\n");
}
