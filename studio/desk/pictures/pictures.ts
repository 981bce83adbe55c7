import { definePlugin } from "sanity";
import { pictureBundles } from "../i18n/picture-strings.ts";

import "../lists/lists.css";
import "./pictures.css";

/** What the pane of the pictures says, and how it looks; the structure has the pane itself. */
export const pictures = definePlugin({
  name: "copydesk-pictures",
  i18n: { bundles: pictureBundles },
});
