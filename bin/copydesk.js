#!/usr/bin/env node
// Plain JavaScript for Node 20 and newer: the program itself is TypeScript, which Node 24 runs as it is.
// An older Node starts the project's own (the npm package "node") and only passes signals and the exit code on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const main = new URL("../cli/main.ts", import.meta.url);
// Node caches the compiled TypeScript sources there: the next start takes about half the time.
const compileCache = fileURLToPath(new URL("../node_modules/.cache/copydesk/compiled", import.meta.url));

if (Number.parseInt(process.versions.node) >= 24) {
  module.enableCompileCache(compileCache);
  await import(main.href);
} else {
  const ownNode = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
  if (existsSync(ownNode)) runWith(ownNode);
  else {
    process.stderr.write(
      `Cannot run on Node ${process.versions.node}: version 24 or newer is required\n` +
        `  Run "npm ci" in the project's folder to install it.\n`,
    );
    process.exitCode = 1;
  }
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
  });
  // A terminal signals the whole group, so the child may get Ctrl-C twice: it knows one keystroke from two.
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);
  child.on("error", (error) => {
    process.stderr.write(`Cannot run ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    else {
      process.off(signal, onSignal);
      process.kill(process.pid, signal);
    }
  });
}
