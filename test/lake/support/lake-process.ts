import { openLake, serveLake } from "../../../lake/index.ts";

/**
 * Serves a lake until it is killed: run by tests as a process of its own, with the data folder as argument. Its log goes
 * to standard error.
 */
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const server = await serveLake(openLake({ dataFolder: String(process.argv[2]), log }), { port: 0 });
process.stdout.write(`${server.url}\n`);
