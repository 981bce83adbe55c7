/**
 * The rows of a list in the order in which they came. While somebody works, nothing moves: what has left the list stays in its
 * place and says so, and what has come since waits to be shown.
 */
export interface FrozenList<Row> {
  readonly rows: readonly Row[];
  /** Ids of the rows that no longer belong in the list. */
  readonly gone: ReadonlySet<string>;
  /** The last row as it was when it came, from which the next ones are asked for. */
  readonly end: Row | undefined;
  /** Ids of the rows that belong above the end, and have come since. */
  readonly newcomers: ReadonlySet<string>;
  /** Whether the last row is the last of the list. */
  readonly isComplete: boolean;
}

export const emptyList: FrozenList<never> = {
  rows: [],
  end: undefined,
  gone: new Set(),
  newcomers: new Set(),
  isComplete: false,
};

/** How the rows of a list are told apart and ordered. */
export interface ListOrder<Row> {
  readonly idOf: (row: Row) => string;
  /** Which of two rows stands above, as the query orders them: a negative number for the first. */
  readonly compare: (a: Row, b: Row) => number;
}

/** What has become of some rows. */
export interface ChangedRows<Row> {
  /** Ids of all that may have changed. */
  readonly changed: readonly string[];
  /** Those that are still there, as they are now. */
  readonly rows: readonly Row[];
  /** Ids of those that belong in the list. */
  readonly within: readonly string[];
}

/** How a frozen list goes on. */
interface FrozenSteps<Row> {
  /** A list with its next rows. Pure. */
  readonly withPage: (list: FrozenList<Row>, page: readonly Row[], pageSize: number) => FrozenList<Row>;
  /** A list in which some rows are other ones now; each stays where it is. Pure. */
  readonly withChanged: (list: FrozenList<Row>, changes: ChangedRows<Row>) => FrozenList<Row>;
}

/** The steps of lists of one kind. */
export const frozenSteps = <Row>({ idOf, compare }: ListOrder<Row>): FrozenSteps<Row> => ({
  withPage(list, page, pageSize) {
    const known = new Set(list.rows.map(idOf));
    const fresh = page.filter((row) => !known.has(idOf(row)));
    return {
      ...list,
      rows: [...list.rows, ...fresh],
      end: page.at(-1) ?? list.end,
      newcomers: list.newcomers.difference(new Set(fresh.map(idOf))),
      isComplete: page.length < pageSize,
    };
  },
  withChanged(list, { changed, rows, within }) {
    const now = new Map(rows.map((row) => [idOf(row), row]));
    const touched = new Set(changed);
    const belongs = new Set(within);
    const listed = new Set(list.rows.map(idOf));
    const isAbove = (id: string): boolean => {
      const row = now.get(id);
      return row !== undefined && (list.isComplete || list.end === undefined || compare(row, list.end) < 0);
    };
    const came = within.filter((id) => !listed.has(id) && isAbove(id));
    return {
      ...list,
      rows: list.rows.map((row) => now.get(idOf(row)) ?? row),
      gone: list.gone.union(touched.intersection(listed)).difference(belongs),
      newcomers: list.newcomers.difference(touched).union(new Set(came)),
    };
  },
});

/** Which of two texts comes first, by their characters. Pure. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
