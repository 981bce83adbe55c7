import { shownLines } from "../importer/shown-text.ts";
import { clearLine, type Output, type Terminal } from "./terminal.ts";

/**
 * The same terminal, to which no control character of any input gets: what drives it is our own. Whatever a command
 * prints, errors of the program among it, goes through here.
 */
export const safeTerminal = (terminal: Terminal): Terminal => ({
  ...terminal,
  stdout: safeOutput(terminal.stdout),
  stderr: safeOutput(terminal.stderr),
});

const safeOutput = (output: Output): Output => ({
  isTerminal: output.isTerminal,
  gone: output.gone,
  write(text) {
    const own = output.isTerminal && text.startsWith(clearLine) ? clearLine : "";
    return output.write(own + shownLines(text.slice(own.length)));
  },
});
