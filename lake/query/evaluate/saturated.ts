import { mostTimes } from "../../text/word-times.ts";

/**
 * What a word counts for in a score that comes so many times. The scale is that of groq-js, where it counts for less each
 * time it comes again; from the eighth time on it counts for nothing more.
 */
export function saturated(frequency: number): number {
  const times = Math.min(frequency, mostTimes);
  return (times * 2.2) / (times + 1.2);
}
