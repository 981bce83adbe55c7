import type { LanguagesOfScript } from "./language-signs.ts";

/** Languages in Arabic script. */
export const arabic: LanguagesOfScript = {
  base: "ابتثجحخدذرزسشصضطظعغفقلمنو",
  usual: "ar",
  languages: [
    {
      language: "ar",
      letters: "ءآأؤإئةكهىي",
      words:
        "في من على إلى أن عن التي الذي هذا مع بعد وقال قال هذه كان كما بين قبل لم لا ما هو هي أو ثم حيث خلال منذ عند",
    },
    {
      language: "fa",
      // Arabic forms of two letters are common in Persian copy.
      letters: "ءآأؤئپچژگکیكيه",
      words:
        "در به از که این را با است برای آن می های شد کرد گفت بود خود ها تا هم یک نیز او پس اما شده بر یا شود كه اين همچنین",
    },
    {
      language: "ur",
      letters: "ءآؤئٹڈڑںےہھۃپچژگکی",
      words: "کے کی میں ہے سے کو نے کہ اور کا پر ہیں اس یہ تھا تھی گیا گئی کیا ان نہیں کہا بھی لیے ایک تک جو",
    },
    {
      language: "ps",
      letters: "ءآئټډړږښګځڅڼېۍپچژگکیه",
      words: "د په چې او ته کې له دي نه پر یې وي شوي دی سره هغه کړي کوي وکړ ده یو هم خو دغه تر",
    },
    {
      language: "ckb",
      letters: "ئڕڵۆێەڤپچژگکیهھ",
      words: "لە بۆ کە و بە ئەم لەگەڵ ئەو بوو دەکات کرد وەک هەر سەر ئەوە لەسەر بەڵام ناو ھەروەھا",
    },
    {
      language: "sd",
      letters: "ءآئڄڃٻڀٺٽڦڳڱڪڏڌڍڊٿڻڙڇپچگکهھي",
      words: "جي ۾ جو کان سان ۽ آهي هن ته کي تي نه آهن هڪ لاءِ جا ڪيو ڪري هي به",
    },
    {
      language: "ug",
      letters: "ئۇۈېۋۆەپچژگڭھكىي",
      words: "ۋە بىلەن بۇ بىر ئۈچۈن دەپ ھەم بولغان ئۇ كېيىن ئىدى كېرەك بار شۇ ئەمەس",
    },
  ],
};
