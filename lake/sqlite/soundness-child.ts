import { writeSync } from "node:fs";
import { argv } from "node:process";
import { DatabaseSync } from "node:sqlite";
import { defineFunctions } from "./define-functions.ts";
import { soundnessOf } from "./soundness-of.ts";

/* Run by check-in-background.ts as a process of its own: writes what it found. */

const database = new DatabaseSync(argv[2] ?? "", { readOnly: true, timeout: 2_000 });
defineFunctions(database);
writeSync(1, soundnessOf(database));
database.close();
