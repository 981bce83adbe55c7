import { z } from "zod";

/** Characters that no name needs, or that change how what follows looks: of formatting ones, joiners alone are letters' own. */
const unfit = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

const name = z
  .string()
  // What is longer is not even looked at.
  .max(500)
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .refine((text) => !unfit.test(text), "Expected a name without control and direction characters")
  .refine((text) => /[\p{L}\p{N}]/u.test(text), "Expected a name with a letter in it")
  .refine((text) => text.length <= 60, "Expected a name of at most 60 characters");

const color = z
  .string()
  .regex(/^#[\da-f]{6}$/iu, "Expected a colour such as #1565c0")
  .toLowerCase();

/** What people say of themselves. */
export const personShape = z.strictObject({ name, color });

/** What they change of it. */
export const personChange = personShape.partial();
