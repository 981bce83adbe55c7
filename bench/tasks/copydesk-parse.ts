/** Parses a folder as `copydesk parse --flat` does, into a file; counts the documents. */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { z } from "zod";
import { parse } from "../../cli/commands/parse.ts";
import { exitCodes } from "../../cli/exit-codes.ts";
import { openOutput } from "../../cli/terminal.ts";
import { measureTask } from "../run-task.ts";

const input = z.object({ folder: z.string(), file: z.string() });

await measureTask(input, async ({ folder, file }) => {
  const stream = createWriteStream(file);
  const output = openOutput(stream, file);
  let documents = 0;
  const exitCode = await parse(
    [folder],
    { flat: true, outlets: true },
    {
      env: process.env,
      stdin: process.stdin,
      stdout: {
        ...output,
        write(lines) {
          documents += lines.split("\n").length - 1;
          return output.write(lines);
        },
      },
      stderr: openOutput(process.stderr),
      interrupt: new AbortController().signal,
    },
  );
  if (exitCode !== exitCodes.done) throw new Error(`Parsing ended with code ${exitCode}`);
  stream.end();
  await finished(stream);
  return documents;
});
