import type { SettingsStore } from "../lake-services.ts";
import { textOf, type Statements } from "./statements.ts";

/** Values that Studio keeps for its user, in SQLite. */
export function settingsStore(statements: Statements): SettingsStore {
  return {
    get(userId, key) {
      const row = statements.get("SELECT value FROM settings WHERE user = ? AND key = ?", userId, key);
      const value: unknown = row ? JSON.parse(textOf(row, "value")) : undefined;
      return value;
    },
    set(userId, key, value) {
      statements.run(
        "INSERT INTO settings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        ...[userId, key, JSON.stringify(value ?? null)],
      );
    },
  };
}
