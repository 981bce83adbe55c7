import { Interrupted } from "./interrupted.ts";

/** The result of a promise; `undefined` if an abort interrupts it. */
export async function unlessInterrupted<Value>(doing: Promise<Value>): Promise<Value | undefined> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  }
}
