import type { LanguagesOfScript } from "./language-signs.ts";

/** Languages in Devanagari. */
export const devanagari: LanguagesOfScript = {
  languages: [
    {
      language: "hi",
      words: "के है में की से का और को ने पर यह कि हैं भी नहीं गया हो कर कहा ही तो इस था थे एक वह गई लिए",
    },
    {
      language: "mr",
      letters: "ळ",
      words: "आहे आणि या मध्ये च्या होते आहेत होता केली केले असे म्हणाले त्यांनी यांनी हा ही ते झाली झाले नाही करण्यात साठी",
    },
    {
      language: "ne",
      words: "छ र को मा छन् गरेको भएको भने गर्न हो थियो पनि यो एक गरेका लागि भएका तर छैन बताए अनुसार हुने उनले रहेको",
    },
  ],
};
