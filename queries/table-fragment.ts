import { z } from "zod";
import { defineFragment } from "./fragment.ts";

/** A table in a body; an editor may have left rows or cells empty. */
export const tableFragment = defineFragment(
  /* groq */ `caption, "hasHeaderRow": coalesce(hasHeaderRow, false),
  "rows": coalesce(rows[]{_key, "cells": coalesce(cells, [])}, [])`,
  z.object({
    caption: z.string().nullable(),
    hasHeaderRow: z.boolean(),
    rows: z.array(z.object({ _key: z.string(), cells: z.array(z.string()) })),
  }),
);
export type TableResult = z.infer<typeof tableFragment.shape>;
