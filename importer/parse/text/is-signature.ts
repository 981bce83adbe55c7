import type { ObservedLine } from "./observe-lines.ts";

/** Whether a line is a name in brackets, or in capitals after a dash: the initials of an agency or of a desk. Pure. */
export const isSignature = ({ text }: Pick<ObservedLine, "text">): boolean =>
  /^[(（【［[][^()（）:：]{1,30}[)）】］\]]$/u.test(text) || /^[—–-]\s?\p{Lu}[\p{L}.]{1,12}$/u.test(text);
