import { z } from "zod";

/** Zod makes functions of strings where it may; the page's security policy says it may not, so it need not try. */
z.config({ jitless: true });
