import { z } from "zod";

const day = z.iso.date();

/**
 * When something was published: a point in time with the offset that was stated, else the day alone. An hour that
 * nobody stated, or whose zone nobody knows, stands in no document.
 */
export const publicationTime = z.union([z.iso.datetime({ offset: true }), day]);

/** Whether a publication time is a day and no point in time: it has no hour, and no zone moves it. Pure. */
export const isDayAlone = (time: string): boolean => day.safeParse(time).success;
