import type { QueueString } from "../i18n/queue-strings.ts";

/** What one key does in the queue. */
export type KeyedAct =
  | "next"
  | "previous"
  | "open"
  | "check"
  | "take"
  | "publish"
  | "done"
  | "defer"
  | "reject"
  | "compare"
  | "undo"
  | "select"
  | "keys";

interface QueueKey {
  readonly key: string;
  readonly act: KeyedAct;
  readonly says: QueueString;
}

/** The keys of the queue, in the order in which they are explained. */
export const queueKeys: readonly QueueKey[] = [
  { key: "j", act: "next", says: "queue.key.next" },
  { key: "k", act: "previous", says: "queue.key.previous" },
  { key: "o", act: "open", says: "queue.key.open" },
  { key: "e", act: "check", says: "queue.key.check" },
  { key: "p", act: "publish", says: "queue.key.publish" },
  { key: "d", act: "done", says: "queue.key.done" },
  { key: "t", act: "take", says: "queue.key.take" },
  { key: "l", act: "defer", says: "queue.key.defer" },
  { key: "r", act: "reject", says: "queue.key.reject" },
  { key: "c", act: "compare", says: "queue.key.compare" },
  { key: "u", act: "undo", says: "queue.key.undo" },
  { key: "x", act: "select", says: "queue.key.select" },
  { key: "?", act: "keys", says: "queue.key.keys" },
];

/** What is known of a key that was pressed. */
interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key does where nobody is typing. On keyboards of other scripts a letter's place counts. Pure. */
export function actOfKey({ key, code, ctrlKey, metaKey, altKey }: PressedKey): KeyedAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  const pressed = isForeignLetter
    ? code.replace(/^Key/, "").toLowerCase()
    : key === "؟"
      ? "?"
      : key.toLowerCase();
  return queueKeys.find((each) => each.key === pressed)?.act;
}

/** Whether a key publishes the story even while somebody is typing in it. Pure. */
export const isPublishWhileTyping = ({ key, ctrlKey, metaKey, altKey }: PressedKey): boolean =>
  key === "Enter" && (ctrlKey || metaKey) && !altKey;
