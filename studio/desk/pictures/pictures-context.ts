import { createContext, useContext } from "react";
import type { LiveList } from "../lists/use-frozen-list.ts";
import type { PictureText } from "../acts/picture-edits.ts";
import type { PictureFilter } from "./picture-filter.ts";
import type { PictureCounts } from "./picture-queries.ts";
import type { PictureRow } from "./picture-row.ts";

/** The pictures that somebody works on. */
export interface Pictures extends LiveList<PictureRow, PictureCounts> {
  readonly filter: PictureFilter;
  readonly setFilter: (filter: PictureFilter) => void;
  /** Ids of the pictures that are selected. */
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  /** The picture that has the focus, or had it last. */
  readonly current: string | undefined;
  readonly pointAt: (id: string) => void;
  /** Stores a text. @returns Whether it was stored; why not, is said. */
  readonly setText: (row: PictureRow, field: PictureText, text: string, seen: string) => Promise<boolean>;
}

export const PicturesContext = createContext<Pictures | undefined>(undefined);

/** The pictures around a component. @throws {Error} When there are none. */
export function usePictures(): Pictures {
  const pictures = useContext(PicturesContext);
  if (pictures === undefined) throw new Error("BUG: there are no pictures around this component");
  return pictures;
}
