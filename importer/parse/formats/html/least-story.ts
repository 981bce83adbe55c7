/** Letters: a shorter text does not look like a story by itself. */
export const leastStory = 140;
