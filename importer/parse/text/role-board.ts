import type { Byline } from "../phrases/read-byline.ts";
import { bylineOfLine } from "./byline-of-line.ts";
import type { Claim, RoledLine } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";

const noClaim: Claim = { role: "paragraph", rule: "no-other-role", confidence: 0.6 };

/**
 * The lines of a story while roles are assigned: each rule claims lines, and a claimed line stays claimed.
 *
 * Created, filled and read within one call, so that assigning roles is pure as a whole.
 */
export class RoleBoard {
  readonly lines: readonly ObservedLine[];
  readonly #claims: (Claim | undefined)[];
  readonly #bylines = new Map<ObservedLine, Byline | undefined>();
  #pictures = 0;

  constructor(lines: readonly ObservedLine[]) {
    this.lines = lines;
    this.#claims = lines.map(() => undefined);
  }

  /** Gives a line its role, unless it has one. Returns whether it did. */
  claim(line: ObservedLine, claim: Claim): boolean {
    if (!this.isFree(line)) return false;
    this.#claims[line.index] = claim;
    return true;
  }

  /**
   * Replaces the role that a given rule assigned to a line. Returns whether it did: not if another rule assigned it.
   */
  override(line: ObservedLine, overridden: string, claim: Claim): boolean {
    return this.withdraw(line, overridden) && this.claim(line, claim);
  }

  /**
   * Withdraws the role that a rule gave a line, so that later rules may claim it. Returns whether it did, like
   * `override()`.
   */
  withdraw(line: ObservedLine, withdrawn: string): boolean {
    if (this.#claims[line.index]?.rule !== withdrawn) return false;
    this.#claims[line.index] = undefined;
    return true;
  }

  claimOf(line: ObservedLine | undefined): Claim | undefined {
    return line === undefined ? undefined : this.#claims[line.index];
  }

  isFree(line: ObservedLine | undefined): boolean {
    return line !== undefined && this.#claims[line.index] === undefined;
  }

  /** The lines without a role, from one index up to, but not including, another. */
  free(from = 0, to: number = this.lines.length): ObservedLine[] {
    return this.lines.slice(from, to).filter((line) => this.isFree(line));
  }

  /** The first free line from an index on. */
  firstFree(from = 0): ObservedLine | undefined {
    return this.firstFrom(from, (line) => this.isFree(line));
  }

  /** The first line from an index on that passes the test. */
  firstFrom(from: number, isWanted: (line: ObservedLine) => boolean): ObservedLine | undefined {
    for (let index = from; index < this.lines.length; index += 1) {
      const line = this.lines[index];
      if (line !== undefined && isWanted(line)) return line;
    }
    return undefined;
  }

  /** The line as a byline; cached, since several rules ask. */
  bylineOf(line: ObservedLine): Byline | undefined {
    if (!this.#bylines.has(line)) this.#bylines.set(line, bylineOfLine({ ...line, said: line.outlet?.said }));
    return this.#bylines.get(line);
  }

  newPicture(): number {
    return this.#pictures++;
  }

  /** All lines with their roles; a line without one is a paragraph. */
  result(): RoledLine[] {
    return this.lines.flatMap((line) => {
      const { label } = line;
      const said = line.outlet?.said;
      const claim = this.#claims[line.index] ?? noClaim;
      return (line.pieces ?? [line]).map(({ number, text }, at) => ({
        number,
        text,
        ...(label === undefined ? {} : { label }),
        ...(said === undefined ? {} : { said }),
        ...claim,
        ...(at === 0 ? {} : { continues: true as const }),
      }));
    });
  }
}
