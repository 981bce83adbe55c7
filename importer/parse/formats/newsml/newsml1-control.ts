import { readEmbargo, readGraveOrder, readOrder } from "../../control/read-order.ts";
import type { WireOrder } from "../../control/wire-order.ts";
import { foundIn, foundText, isFound, mapFound, type Found } from "../../fields/found.ts";
import { at, attributeOf, childOf, childrenOf, textOf } from "../../markup/xml/navigate.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";
import { formalName, inheritedChild } from "./newsml1-components.ts";

interface Control {
  readonly orders: readonly Found<WireOrder>[];
  readonly edNotes: readonly Found<string>[];
}

/**
 * Returns the orders and notes in the management data of a NewsML 1 item: its status, when that changes, instructions
 * such as a kill, and notes to editors. Pure.
 */
export function newsml1Control(item: XmlElement, component: XmlElement): Control {
  const management = childOf(item, "NewsManagement");
  const status = childOf(management, "Status");
  const printed = readOrder(attributeOf(status, "FormalName"), "newsml-1-status");
  const changes = childrenOf(management, "StatusWillChange");
  const end =
    printed?.kind === "embargoed" || printed?.kind === "withheld"
      ? changes.map(endOf).find((found) => found !== undefined)
      : undefined;
  // What is withheld until a time is under embargo.
  const order = printed && end ? { ...printed, kind: "embargoed" as const } : printed;
  const notes = notesOf(component, management);
  const instructions = childrenOf(management, "Instruction");
  return {
    orders: [
      foundIn(status, order, "newsml1-status"),
      end,
      ...instructions.map((instruction) =>
        foundIn(
          instruction,
          readOrder(attributeOf(instruction, "FormalName"), "newsml-1-instruction"),
          "newsml1-instruction",
        ),
      ),
      ...notes.map((note) => mapFound(note, readGraveOrder)),
      noteOf(item, instructions, notes),
    ].filter(isFound),
    edNotes: [...notes, ...(end === undefined ? changes.map(announced).filter(isFound) : [])],
  };
}

/** A change that nothing here carries out at its time: whoever edits the story has to know of it. */
function announced(change: XmlElement): Found<string> | undefined {
  const future = formalName(change, "FutureStatus");
  const time = textOf(childOf(change, "DateAndTime"));
  const when = time === undefined ? "" : ` (${time})`;
  return foundIn(
    change,
    future === "" ? undefined : `The status will change: ${future}${when}`,
    "newsml1-status-will-change",
  );
}

/** An embargo ends when the item will become usable. */
function endOf(change: XmlElement): Found<WireOrder> | undefined {
  const future = readOrder(formalName(change, "FutureStatus"), "newsml-1-status");
  const end = future?.kind === "usable" ? childOf(change, "DateAndTime") : undefined;
  return foundIn(end, readEmbargo(textOf(end)), "newsml1-status-will-change");
}

/** The text of an update or an instruction, else its formal name. */
function noteOf(
  item: XmlElement,
  instructions: readonly XmlElement[],
  notes: readonly Found<string>[],
): Found<WireOrder> | undefined {
  const [instruction] = instructions;
  const revision = at(item, "Identification", "NewsIdentifier", "RevisionId");
  const isUpdate = /^[UA]$/i.test(attributeOf(revision, "Update") ?? "");
  const control = notes.find(({ value }) => readOrder(value, "note") !== undefined);
  const note =
    instruction === undefined && !isUpdate
      ? control
      : (foundText(childOf(instruction, "Comment"), "newsml1-instruction") ??
        control ??
        notes.find(({ rule }) => rule === "newsml1-ed-note") ??
        foundIn(instruction, attributeOf(instruction, "FormalName"), "newsml1-instruction"));
  return mapFound(note, (value) => ({ kind: "updated" as const, printed: value, note: value }));
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
