#!/usr/bin/env node
// Plain JavaScript that any Node since 20 reads: the program itself is TypeScript, which Node runs from 22.18 on.
// An older Node starts the project's own (the npm package "node") and steps aside.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../cli/main.ts", import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import(main.href);
} else {
  const ownNode = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
  if (existsSync(ownNode)) runWith(ownNode);
  else {
    process.stderr.write(
      `Cannot run on Node ${process.versions.node}: 22.18 or newer is needed.\n` +
        `Run "npm ci" in the project's folder: it brings its own Node.\n`,
    );
    process.exitCode = 1;
  }
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit" });
  // A terminal signals the whole group, so the child gets Ctrl-C by itself; one sent to this process alone is passed
  // on. The child takes a second signal as "at once", so one that reached both must not be passed on as well.
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
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
