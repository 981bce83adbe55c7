import { Interrupted } from "./interrupted.ts";

/** What something comes to; `undefined` if an abort breaks it off. */
export async function unlessInterrupted<Value>(doing: Promise<Value>): Promise<Value | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  }
}
