/** An import changes many documents at once: one answer shows them all. */
const settleMs = 250;
/** While changes do not end, they are shown this often. */
const mostWaitMs = 1000;
/** How many rows are asked for anew at once. */
const mostChanged = 500;

/** Collects what changes, and tells of it once it has settled, a bearable number at a time. What fails is told again later. */
export function collectChanges(tell: (ids: readonly string[]) => Promise<void>): {
  readonly add: (ids: readonly string[]) => void;
  readonly stop: () => void;
} {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let isTelling = false;
  const start = (): void => {
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(settleMs, since + mostWaitMs - Date.now()));
    timer = setTimeout(() => void tellAll(), wait);
  };
  const tellAll = async (): Promise<void> => {
    if (isTelling) return;
    isTelling = true;
    const ids = [...waiting].slice(0, mostChanged);
    for (const id of ids) waiting.delete(id);
    await tell(ids).catch(() => ids.forEach((id) => waiting.add(id)));
    isTelling = false;
    since = Date.now();
    if (waiting.size > 0) start();
  };
  return {
    add(ids) {
      if (waiting.size === 0) since = Date.now();
      ids.forEach((id) => waiting.add(id));
      start();
    },
    stop: () => clearTimeout(timer),
  };
}
