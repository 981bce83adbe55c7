import { shownText, type ImportProgress } from "../importer/index.ts";
import { clearLine, type Output } from "./terminal.ts";

/** Shows the progress of an import. */
export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Clears the line, so that later output starts on a clean one. */
  end(): Promise<void>;
}

/** A terminal's line is redrawn about as often as the eye can follow. */
const terminalIntervalMs = 80;
/** A log gets an occasional line. */
const logIntervalMs = 5_000;

/**
 * On a terminal, one line that is redrawn, with the rate and the time left; elsewhere a plain line every few seconds.
 *
 * @param now Milliseconds of a clock that never goes back.
 */
export function openProgress(output: Output, now: () => number = () => performance.now()): ProgressDisplay {
  const startedAt = now();
  const interval = output.isTerminal ? terminalIntervalMs : logIntervalMs;
  let isImporting = false;
  let shownAt = startedAt - (output.isTerminal ? interval : 0);

  return {
    show(progress) {
      // Reading runs ahead of importing, in turns with it: once stories arrive, only their count is of interest.
      if (progress.stage === "upsert") isImporting = true;
      else if (isImporting) return;
      const at = now();
      if (at - shownAt < interval) return;
      shownAt = at;
      const line = progressLine(progress, at - startedAt);
      void output.write(output.isTerminal ? `${clearLine}${line}` : `${line}\n`);
    },
    end: () => (output.isTerminal ? output.write(clearLine) : Promise.resolve()),
  };
}

const verbs: Readonly<Record<ImportProgress["stage"], string>> = { read: "Reading", upsert: "Importing" };

/**
 * `Importing 120 of 400 stories, 55/s, 5 s left: folder/story.txt`, cut to the width of a terminal; without the
 * total and the time left while the number of stories is unknown.
 */
export function progressLine({ stage, done, total, input }: ImportProgress, elapsedMs: number): string {
  const count = total ?? done;
  const pace =
    elapsedMs < 1_000
      ? ""
      : `, ${Math.round((done / elapsedMs) * 1_000)}/s${total === undefined ? "" : timeLeft(done, total, elapsedMs)}`;
  const of = total === undefined ? "" : ` of ${total}`;
  return `${verbs[stage]} ${done}${of} ${count === 1 ? "story" : "stories"}${pace}: ${shownText(input)}`.slice(
    0,
    79,
  );
}

/** Estimated from the pace so far; empty for the last second. */
function timeLeft(done: number, total: number, elapsedMs: number): string {
  const seconds = Math.round((((total - done) / done) * elapsedMs) / 1_000);
  if (done === 0 || seconds < 1) return "";
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
