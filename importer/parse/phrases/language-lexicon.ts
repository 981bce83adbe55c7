import type { Script } from "./scripts.ts";

/** Signs that distinguish a language from others in the same script. */
export interface LanguageSigns {
  readonly language: string;
  /** Letters that this language has and its neighbours do not. */
  readonly letters?: string;
  /** Its most frequent short words. */
  readonly words?: string;
}

/** Languages by script; the first of a script is the default if no sign supports another, except in Latin. */
export const languagesOf: Readonly<Record<Script, readonly LanguageSigns[]>> = {
  Arabic: [
    { language: "ar", letters: "ةىأإؤ", words: "في من على إلى أن عن التي الذي هذا مع بعد وقال قال هذه كان" },
    {
      language: "fa",
      letters: "پچژگکی",
      words: "در به از که این را با است برای آن می های شد کرد گفت بود خود",
    },
    { language: "ur", letters: "ٹڈڑںےہھ", words: "کے کی میں ہے سے کو نے کہ اور کا پر ہیں اس یہ" },
    { language: "ps", letters: "ټډړږښګځڅڼې", words: "د په چې او ته کې له دي" },
    { language: "ckb", letters: "ڕڵۆێ", words: "لە بۆ کە و بە ئەم" },
    { language: "sd", letters: "ڄڃٻڀٺٽڦڳڱ" },
    { language: "ug", letters: "ۇۈېۋ" },
  ],
  Hebrew: [
    { language: "he", words: "של את על לא הוא עם זה כי גם או אל אמר היא" },
    { language: "yi", letters: "װױײ", words: "און די פון אַז איז צו" },
  ],
  Cyrillic: [
    { language: "ru", letters: "ыэё", words: "и в не на что с по как это из для его при от были было" },
    { language: "uk", letters: "іїєґ", words: "і в не на що з та як це до за про він для" },
    { language: "be", letters: "ў", words: "і ў не на што з да як гэта" },
    { language: "bg", letters: "ъ", words: "и на в за да от се с че по не е са ще" },
    { language: "sr", letters: "ђјљњћџ", words: "је и у да се на за су од са" },
    { language: "mk", letters: "ѓќѕ", words: "и на во да се од за со е" },
    { language: "kk", letters: "әғқңөұһ" },
    { language: "mn", letters: "өү", words: "нь байна юм" },
  ],
  Han: [
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
  Devanagari: [
    { language: "hi", words: "के में है की को से का और ने पर यह कि हैं" },
    { language: "mr", letters: "ळ", words: "आहे आणि या मध्ये च्या होते" },
    { language: "ne", words: "छ र को मा छन् गरेको भएको" },
  ],
  Latin: [
    {
      language: "en",
      words:
        "the of and to in a is that for it on was with as by at from has his her this be are have said their after who will were not an but",
    },
    {
      language: "fr",
      letters: "çœ",
      words:
        "le la les de des du et en un une que qui dans pour est au sur par il pas plus avec ce sont ont a été aux",
    },
    {
      language: "de",
      letters: "ßäöü",
      words:
        "der die und das in den von zu mit dem ist des auf für im ein eine nicht auch sich hat als nach wurde an er sie",
    },
    {
      language: "es",
      letters: "ñ¿¡",
      words: "el la de que y en los las un una por con del se para al es lo su no ha fue como más sobre",
    },
    {
      language: "pt",
      letters: "ãõ",
      words: "o a de que e do da em um uma para com os as não no na por mais dos foi ao à pelo",
    },
    {
      language: "it",
      letters: "òì",
      words: "il la di che e un una in per è del della con non i le si dei da al sono ha nel gli alla",
    },
    {
      language: "nl",
      words: "de het een van en in is dat op te voor met zijn er aan niet door naar ook werd heeft bij",
    },
    {
      language: "sv",
      letters: "å",
      words: "och i att det som en på är av för med den till har inte om ett var",
    },
    {
      language: "da",
      letters: "øå",
      words: "og i at det er en på til af for med den der har ikke de et blev",
    },
    {
      language: "no",
      letters: "øå",
      words: "og i å det er en på til av for med den som har ikke de et ble fra",
    },
    { language: "fi", words: "ja on ei se että oli hän ovat mutta myös kun joka sekä mukaan" },
    {
      language: "pl",
      letters: "łżśćźńęą",
      words: "w i na z do nie się że to o jest za po przez od jak był dla",
    },
    { language: "cs", letters: "řůěčž", words: "a v se na je že o s z do i to k za by pro podle jako" },
    { language: "sk", letters: "ľĺŕô", words: "a v sa na je že o s z do to aj za by pre podľa ako" },
    { language: "hu", letters: "őű", words: "a az és hogy nem is egy volt meg de szerint ezt" },
    { language: "ro", letters: "ășț", words: "de la în și a cu pe din că o un pentru nu este au care" },
    { language: "hr", letters: "đć", words: "je i u se na da su za od s koji ne iz" },
    { language: "tr", letters: "ğışİ", words: "ve bir bu da de için ile olarak çok daha olan en sonra dedi" },
    { language: "az", letters: "əğış", words: "və bir bu ilə üçün də olan" },
    {
      language: "vi",
      letters: "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
      words: "và của là có trong được cho các với không một",
    },
    {
      language: "id",
      words: "yang dan di untuk dengan dari pada dalam ini itu tidak ke akan oleh adalah telah",
    },
    { language: "sw", words: "na ya wa kwa ni katika za la kuwa hii" },
    { language: "ca", words: "el la de que i en els les un una per amb del és no ha va als" },
  ],
  Greek: [{ language: "el" }],
  Hangul: [{ language: "ko" }],
  Bengali: [{ language: "bn" }],
  Gurmukhi: [{ language: "pa" }],
  Gujarati: [{ language: "gu" }],
  Tamil: [{ language: "ta" }],
  Telugu: [{ language: "te" }],
  Kannada: [{ language: "kn" }],
  Malayalam: [{ language: "ml" }],
  Sinhala: [{ language: "si" }],
  Thai: [{ language: "th" }],
  Lao: [{ language: "lo" }],
  Khmer: [{ language: "km" }],
  Myanmar: [{ language: "my" }],
  Georgian: [{ language: "ka" }],
  Armenian: [{ language: "hy" }],
  Ethiopic: [{ language: "am" }],
  Thaana: [{ language: "dv" }],
  Syriac: [{ language: "syr" }],
};
