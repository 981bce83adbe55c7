import { z } from "zod";

/** Zod compiles functions from strings where it can; the page's security policy forbids that, so it must not try. */
z.config({ jitless: true });
