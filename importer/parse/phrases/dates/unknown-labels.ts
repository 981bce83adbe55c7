import type { DateToken } from "./date-tokens.ts";

interface LabelledDate {
  readonly date?: string;
  readonly time?: string;
  readonly label?: "published" | "updated";
}

/** Longer phrases before a colon are no labels. */
const mostWords = 3;

/**
 * Finds labels that no lexicon has: a line of two dates, each after a few words and a colon, tells when the story was
 * published and when it was updated, in whatever language. Created, filled and read within one call.
 */
export class UnknownLabels {
  /** Words of the label of each date, by its place; absent if it has none. */
  readonly #closed = new Map<number, number>();
  #words = 0;
  #hasColon = false;

  /** Whether a label waits for its date. */
  get isOpen(): boolean {
    return this.#hasColon;
  }

  /** Takes a token that is no part of a date. */
  take(token: DateToken | undefined, isOther: boolean): void {
    if (token?.kind === "mark") {
      if (/^[:：]$/u.test(token.text)) this.#hasColon = this.#words > 0 && this.#words <= mostWords;
      else if (!this.#hasColon) this.#words = 0;
    } else if (isOther) {
      this.#words = this.#hasColon ? 1 : this.#words + 1;
      this.#hasColon = false;
    }
  }

  /** Forgets the label that waits. */
  end(): void {
    this.#words = 0;
    this.#hasColon = false;
  }

  /** Gives the label that waits to a date. */
  closeAt(place: number): void {
    if (this.#hasColon) this.#closed.set(place, this.#words);
    this.end();
  }

  /** The two dates of a line with their labels, and how many words these have; as they are if it is no such line. */
  label<Dated extends LabelledDate>(
    dates: readonly Dated[],
  ): { readonly dates: readonly Dated[]; readonly words: number } {
    const [first, second] = dates;
    const isPair = dates.length === 2 && dates.every(({ date }) => date !== undefined);
    const unlabelled = dates.filter(({ label }) => label === undefined);
    const isExplained = dates.every(({ label }, place) => label !== undefined || this.#closed.has(place));
    if (!isPair || first === undefined || second === undefined || unlabelled.length === 0 || !isExplained)
      return { dates, words: 0 };
    const isInOrder =
      unlabelled.length === 2
        ? writtenTime(first) <= writtenTime(second)
        : first.label === "published" || second.label === "updated";
    return {
      dates: [
        { ...first, label: isInOrder ? "published" : "updated" },
        { ...second, label: isInOrder ? "updated" : "published" },
      ],
      words: dates.reduce((sum, _, place) => sum + (this.#closed.get(place) ?? 0), 0),
    };
  }
}

const writtenTime = ({ date = "", time = "" }: LabelledDate): string => `${date} ${time}`;
