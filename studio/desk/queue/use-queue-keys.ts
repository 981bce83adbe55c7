import { useEffect, useEffectEvent } from "react";
import { actOfKey, isPublishWhileTyping, type KeyedAct } from "./queue-keys.ts";
import type { Queue } from "./queue-context.ts";
import { canCompare } from "./queue-row.ts";
import { areKeysOn } from "./keys-setting.ts";

/** Lets the keys of the queue work as long as it is shown, and nobody types or has something else open above it. */
export function useQueueKeys(queue: Queue, isShown: boolean): void {
  const onKeyFirst = useEffectEvent((event: KeyboardEvent): void => {
    if (!isPublishWhileTyping(event) || isElsewhere(event.target) || isBesideForm(event.target)) return;
    // Before the form takes it for a new line.
    event.preventDefault();
    event.stopPropagation();
    // Some fields, that of a date for one, take what was typed when they are left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    queue.act("publish");
  });
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    if (event.key === "Escape" && queue.openId !== undefined) focusRow(queue.openId, queue.toList);
    if (isTyping(event.target)) return;
    const act = areKeysOn() ? actOfKey(event) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    keyed[act](queue);
  });
  useEffect(() => {
    if (!isShown) return undefined;
    const first = (event: KeyboardEvent): void => onKeyFirst(event);
    const last = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener("keydown", first, { capture: true });
    document.addEventListener("keydown", last);
    return () => {
      document.removeEventListener("keydown", first, { capture: true });
      document.removeEventListener("keydown", last);
    };
  }, [isShown]);
}

const keyed: Readonly<Record<KeyedAct, (queue: Queue) => void>> = {
  next: ({ move }) => move(1),
  previous: ({ move }) => move(-1),
  open: ({ current, open }) => current && open(current),
  check: ({ current, check }) => current && check(current),
  publish: ({ act }) => act("publish"),
  done: ({ act }) => act("done"),
  take: ({ act, current, me }) => act(current?.review.assignee === me ? "release" : "take"),
  defer: ({ current, setDialog }) => current && setDialog({ kind: "defer", row: current }),
  reject: ({ act }) => act("reject"),
  compare: ({ current, setDialog }) =>
    current && canCompare(current) && setDialog({ kind: "compare", row: current }),
  undo: ({ undo }) => undo(),
  select: ({ current, selected, select }) =>
    current && select(selected.symmetricDifference(new Set([current.recordId]))),
  keys: ({ setDialog }) => setDialog({ kind: "keys" }),
};

/** The id of a row's link in the page. */
export const rowElementId = (articleId: string): string => `queue-row-${articleId}`;

function focusRow(articleId: string, otherwise: () => void): void {
  const row = document.getElementById(rowElementId(articleId));
  if (row) row.focus();
  else otherwise();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target.isContentEditable || target.matches("textarea, select");
}

/** Whether it is a field that has to be stored by itself before the story is published. */
const isBesideForm = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".copydesk-story-tasks") !== null;

/** Whether a dialog or a menu is open, which has keys of its own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector("[role='dialog']") !== null ||
  (target instanceof Element && target.closest("[role='menu'], [role='listbox']") !== null);
