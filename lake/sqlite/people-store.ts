import { createHash } from "node:crypto";
import type { PeopleStore, Person } from "../lake-services.ts";
import { foldText } from "../text/fold-text.ts";
import { textOf, type Row, type Statements } from "./statements.ts";

/** Far more than anybody has; a script that asks for one cookie after the other fills no disk. */
const mostBrowsers = 1_000;

/** The people who work with a lake, in SQLite. Of the secrets of their browsers it keeps digests only. */
export function peopleStore(statements: Statements): PeopleStore {
  const named = statements.get("SELECT name FROM lake_names");
  if (named === undefined) throw new TypeError("BUG: the lake has no name");
  const personIn = (row: Row | undefined): Person | undefined => row && personOf(row);

  return {
    lakeName: textOf(named, "name"),
    all: () => statements.all("SELECT id, name, color FROM people ORDER BY rowid").map(personOf),
    find: (id) => personIn(statements.get("SELECT id, name, color FROM people WHERE id = ?", id)),
    save: ({ id, name, color }) =>
      statements.atomically(() => {
        const folded = foldText(name);
        if (statements.get("SELECT id FROM people WHERE folded = ? AND id <> ?", folded, id)) return false;
        statements.run(
          `INSERT INTO people (id, name, folded, color) VALUES (?, ?, ?, ?) ON CONFLICT (id)
           DO UPDATE SET name = excluded.name, folded = excluded.folded, color = excluded.color`,
          ...[id, name, folded, color],
        );
        return true;
      }),
    ofBrowser: (secret) =>
      personIn(
        statements.get(
          "SELECT id, name, color FROM browsers JOIN people ON people.id = browsers.person WHERE digest = ?",
          digestOf(secret),
        ),
      ),
    remember: (secret, personId) =>
      statements.atomically(() => {
        statements.run("INSERT INTO browsers (digest, person) VALUES (?, ?)", digestOf(secret), personId);
        statements.run(
          "DELETE FROM browsers WHERE rowid <= (SELECT max(rowid) FROM browsers) - ?",
          mostBrowsers,
        );
      }),
    forget: (secret) => void statements.run("DELETE FROM browsers WHERE digest = ?", digestOf(secret)),
  };
}

const personOf = (row: Row): Person => ({
  id: textOf(row, "id"),
  name: textOf(row, "name"),
  color: textOf(row, "color"),
});

const digestOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
