/**
 * What a word counts for in a score that comes so many times. The scale is that of groq-js, where it counts for less each
 * time it comes again, and never for more than 2.2.
 */
export const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2);
