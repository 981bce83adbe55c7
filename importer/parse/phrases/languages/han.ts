import type { LanguagesOfScript } from "./language-signs.ts";

/** Languages in Han and Kana. */
export const han: LanguagesOfScript = {
  usual: "zh",
  languages: [
    {
      language: "zh",
      letters: "们这说为国对时会过来发学动从开与个后经么实现关点当头问应机两间样长东车书电马语见记话请谁让",
    },
    {
      language: "zh-Hant",
      letters: "們這說為國對時會過來發學動從開與個後經麼實現關點當頭問應機兩間樣長東車書電馬語見記話請誰讓",
    },
    { language: "ja", letters: "のはをがにでとたしてるいなかもられ" },
  ],
};
