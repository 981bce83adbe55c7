import type { Place, Token } from "./query-tokens.ts";

/** A call of a function, as it is written. */
export interface FunctionCall extends Place {
  /** With its namespace, unless that is `global`. */
  readonly name: string;
  readonly args: number;
  /** The name in front of the call, but for opening brackets, or the sign: `match`, `|`. */
  readonly after: string;
  /** The call whose argument it is in. */
  readonly within: FunctionCall | undefined;
}

interface OpenBracket {
  readonly call?: FunctionCall & { args: number };
  /** Whether something stands in it since the last comma. */
  isFilled: boolean;
}

/** The calls in a query that groq-js could read, in the order in which they begin. Pure. */
export function functionCalls(tokens: readonly Token[]): readonly FunctionCall[] {
  const calls: FunctionCall[] = [];
  const open: OpenBracket[] = [];
  for (const [index, token] of tokens.entries()) {
    const innermost = open.at(-1);
    const { text } = token;
    if (token.kind === "sign" && opening.has(text)) {
      if (innermost) innermost.isFilled = true;
      const name = text === "(" ? calledName(tokens, index) : undefined;
      const within = open.findLast(({ call }) => call)?.call;
      const call = name && { ...name, args: 0, within };
      if (call) calls.push(call);
      open.push(call ? { call, isFilled: false } : { isFilled: false });
    } else if (token.kind === "sign" && closing.has(text)) {
      const closed = open.pop();
      if (closed?.call && closed.isFilled) closed.call.args += 1;
    } else if (innermost) {
      const isComma = token.kind === "sign" && text === ",";
      if (isComma && innermost.call && innermost.isFilled) innermost.call.args += 1;
      innermost.isFilled = !isComma;
    }
  }
  return calls;
}

const opening: ReadonlySet<string> = new Set(["(", "[", "{"]);
const closing: ReadonlySet<string> = new Set([")", "]", "}"]);
/** Words that stand between two values, the second of which may be in brackets. */
const operators: ReadonlySet<string> = new Set(["in", "match", "asc", "desc"]);

function calledName(
  tokens: readonly Token[],
  bracket: number,
): Pick<FunctionCall, "name" | "start" | "end" | "after"> | undefined {
  const last = tokens[bracket - 1];
  if (last?.kind !== "name") return undefined;
  const namespace = tokens[bracket - 2]?.text === "::" ? tokens[bracket - 3] : undefined;
  if (!namespace && operators.has(last.text)) return undefined;
  let before = bracket - (namespace ? 4 : 2);
  while (tokens[before]?.text === "(") before -= 1;
  return {
    name: namespace && namespace.text !== "global" ? `${namespace.text}::${last.text}` : last.text,
    start: (namespace ?? last).start,
    end: last.end,
    after: tokens[before]?.text ?? "",
  };
}
