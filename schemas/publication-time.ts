import { z } from "zod";

const day = z.iso.date();

/**
 * When something was published: a point in time with the offset that was stated, else the day alone. An hour that was
 * not stated, or whose zone is unknown, is never stored.
 */
export const publicationTime = z.union([z.iso.datetime({ offset: true }), day]);

/** Whether a publication time is a day rather than a point in time: it has no hour, and no zone moves it. Pure. */
export const isDayAlone = (time: string): boolean => day.safeParse(time).success;
