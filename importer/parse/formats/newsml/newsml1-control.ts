import type { FoundStory } from "../../fields/found-story.ts";
import { foundIn, foundText, isFound, type Found } from "../../fields/found.ts";
import { isControl } from "../../control/control-words.ts";
import { pubStatusOf } from "../../control/pub-status.ts";
import { at, attributeOf, childOf, childrenOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { formalName, inheritedChild } from "./newsml1-components.ts";

type Control = Pick<FoundStory, "pubStatus" | "embargoedUntil" | "controlNote" | "edNotes">;

/**
 * What the management of a NewsML 1 item says of its fate: its status, when that changes, and instructions such as
 * a kill. An embargo without an end withholds the story. Pure.
 */
export function newsml1Control(item: XmlElement, component: XmlElement): Control {
  const management = childOf(item, "NewsManagement");
  const status = childOf(management, "Status");
  const isEmbargoed = /embargo/i.test(attributeOf(status, "FormalName") ?? "");
  const change = childOf(management, "StatusWillChange");
  const end =
    pubStatusOf(formalName(change, "FutureStatus")) === "usable" ? childOf(change, "DateAndTime") : undefined;
  const embargoedUntil = isEmbargoed ? foundText(end, "newsml1-status-will-change") : undefined;
  const instructions = childrenOf(management, "Instruction");
  const kill = instructions.find(
    (instruction) => pubStatusOf(attributeOf(instruction, "FormalName")) === "canceled",
  );
  const heldStatus = isEmbargoed && embargoedUntil === undefined ? ("withheld" as const) : undefined;
  const notes = notesOf(component, management);
  return {
    pubStatus:
      foundIn(kill, "canceled" as const, "newsml1-instruction") ??
      foundIn(status, heldStatus ?? pubStatusOf(attributeOf(status, "FormalName")), "newsml1-status"),
    embargoedUntil,
    controlNote: noteOf(item, instructions, notes),
    edNotes: notes,
  };
}

/** What an update or an instruction says in words, else its formal name. */
function noteOf(
  item: XmlElement,
  instructions: readonly XmlElement[],
  notes: readonly Found<string>[],
): Found<string> | undefined {
  const [instruction] = instructions;
  const revision = at(item, "Identification", "NewsIdentifier", "RevisionId");
  const isUpdate = /^[UA]$/i.test(attributeOf(revision, "Update") ?? "");
  const control = notes.find(({ value }) => isControl(value));
  if (instruction === undefined && !isUpdate) return control;
  return (
    foundText(childOf(instruction, "Comment"), "newsml1-instruction") ??
    control ??
    notes.find(({ rule }) => rule === "newsml1-ed-note") ??
    foundIn(instruction, attributeOf(instruction, "FormalName"), "newsml1-instruction")
  );
}

function notesOf(component: XmlElement, management: XmlElement | undefined): Found<string>[] {
  const lines = childrenOf(inheritedChild(component, "NewsLines"), "NewsLine").filter((line) =>
    /ed(?:itor(?:s|'s|ial)?)?[ _-]*(?:note|message)|advisory|correction/i.test(
      formalName(line, "NewsLineType"),
    ),
  );
  const usage = childrenOf(inheritedChild(component, "RightsMetadata"), "UsageRights").map((rights) =>
    foundText(childOf(rights, "Limitations", "UsageType") ?? rights, "newsml1-usage-rights"),
  );
  const comments = childrenOf(component, "Comment").map((comment) => foundText(comment, "newsml1-ed-note"));
  return [
    ...comments,
    ...lines.map((line) => foundText(childOf(line, "NewsLineText"), "newsml1-ed-note")),
    ...childrenOf(management, "Instruction")
      .filter((instruction) => textOf(childOf(instruction, "Comment")) !== undefined)
      .map((instruction) => foundText(childOf(instruction, "Comment"), "newsml1-instruction")),
    ...usage,
  ].filter(isFound);
}
