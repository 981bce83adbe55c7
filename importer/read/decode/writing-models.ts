/** What text in one language looks like: enough to tell whether bytes were decoded in the right encoding. */
export interface WritingModel {
  /** BCP 47. */
  readonly language: string;
  /**
   * `latin`: its short words are mostly ASCII, so all words count. `own`: it has a script of its own, so only words in
   * that script count. `signs`: it has no spaces between words, so its most frequent characters count.
   */
  readonly kind: "latin" | "own" | "signs";
  /** Its most frequent short words, or characters, in lower case. */
  readonly common: string;
  /** Its letters beyond ASCII, in lower case; for `signs`, a range of characters. */
  readonly letters: string | RegExp;
  /** Encodings used for texts in the language. */
  readonly encodings: readonly string[];
}

const western = ["windows-1252"];
const central = ["windows-1250", "iso-8859-2"];
const cyrillic = ["windows-1251", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"];
const arabic = ["windows-1256", "iso-8859-6"];
const arabicMarks = "ًٌٍَُِّْـ،؛؟";
const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Languages that are not listed are never guessed. An error in a neighbouring language only costs an answer; an error
 * in the language itself garbles names, so the lists contain only what is certain.
 */
export const writingModels: readonly WritingModel[] = [
  {
    language: "ar",
    kind: "own",
    common:
      "في من على إلى أن عن التي الذي هذا هذه مع بعد قال وقال كان كانت ما لا بين أو قد كما خلال إن و ان الى",
    letters: `ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي${arabicMarks}`,
    encodings: arabic,
  },
  {
    language: "fa",
    kind: "own",
    common: "در به از كه که اين را با است براي آن مي شد كرد کرد و هاي بود خود تا بر يک يك ها اي هم نيز",
    letters: `ءآأؤإئابپةتثجچحخدذرزژسشصضطظعغفقكکگلمنهوىي${arabicMarks}\u200c`,
    encodings: ["windows-1256"],
  },
  {
    language: "ur",
    kind: "own",
    common: "کے کی میں ہے سے کو نے کہ اور کا پر ہیں اس یہ مين هے ہے كے كى كا",
    letters: `ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقكکگلمنںهہھوىيے${arabicMarks}`,
    encodings: ["windows-1256"],
  },
  {
    language: "he",
    kind: "own",
    common: "של את על לא הוא עם זה כי גם או אל אמר היא אך כל יש בין לאחר אין הם מה רק היה",
    letters: "אבגדהוזחטיךכלםמןנסעףפץצקרשת\u05b0\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bc\u05c1\u05c2־״׳₪",
    encodings: ["windows-1255"],
  },
  {
    language: "ru",
    kind: "own",
    common: "и в не на что с по как это из для его при от были было к а о до за но он она их все",
    letters: "абвгдежзийклмнопрстуфхцчшщъыьэюяё№",
    encodings: cyrillic,
  },
  {
    language: "uk",
    kind: "own",
    common: "і в не на що з та як це до за про він для у й від але по які є були",
    letters: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя№",
    encodings: cyrillic,
  },
  {
    language: "bg",
    kind: "own",
    common: "и на в за да от се с че по не е са ще като това до при или беше",
    letters: "абвгдежзийклмнопрстуфхцчшщъьюя№",
    encodings: cyrillic,
  },
  {
    language: "el",
    kind: "own",
    common: "και το της του η ο να με για των από τα στην που είναι ότι στο σε την οι τον δεν στη θα",
    letters: "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    encodings: ["windows-1253", "iso-8859-7"],
  },
  {
    language: "zh-Hans",
    kind: "signs",
    common:
      "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长市新部民政工业今月分与进行关",
    letters: han,
    encodings: ["gb18030"],
  },
  {
    language: "zh-Hant",
    kind: "signs",
    common:
      "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長市新部民政工業今月分與進關",
    letters: han,
    encodings: ["big5"],
  },
  {
    language: "ja",
    kind: "signs",
    common: "のはをがにでとたしてるいなかもられすまさこうりくれっあだきよんそつせどけみえわ",
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303fー\uff00-\uff60]/u,
    encodings: ["shift_jis", "euc-jp"],
  },
  {
    language: "ko",
    kind: "signs",
    common: "이다는에을의가고하지로기사한은도를리서자인정대시나어일그과있아해라수전부장보원으스제",
    letters: /[\p{Script=Hangul}\u3000-\u303f\p{Script=Han}]/u,
    encodings: ["euc-kr"],
  },
  {
    language: "en",
    kind: "latin",
    common:
      "the of and to in a is that for it on was with as by at from has his her this be are have said their after who will were not an but",
    letters: "éèêëàâáóñöüäçïîô",
    encodings: western,
  },
  {
    language: "fr",
    kind: "latin",
    common:
      "le la les des du et en un une que qui dans pour est au sur par il pas plus avec ce sont ont a aux de",
    letters: "àâçéèêëîïôùûüÿœæ",
    encodings: western,
  },
  {
    language: "de",
    kind: "latin",
    common:
      "der die und das in den von zu mit dem ist des auf im ein eine nicht auch sich hat als nach an er sie",
    letters: "äöüßé",
    encodings: western,
  },
  {
    language: "es",
    kind: "latin",
    common: "el la de que y en los las un una por con del se para al es lo su no ha fue como sobre",
    letters: "áéíóúüñ",
    encodings: western,
  },
  {
    language: "pt",
    kind: "latin",
    common: "o a de que e do da em um uma para com os as no na por mais dos foi ao pelo se das",
    letters: "áâãàçéêíóôõúü",
    encodings: western,
  },
  {
    language: "it",
    kind: "latin",
    common: "il la di che e un una in per del della con non i le si dei da al sono ha nel gli alla",
    letters: "àèéìíòóù",
    encodings: western,
  },
  {
    language: "nl",
    kind: "latin",
    common: "de het een van en in is dat op te voor met zijn er aan niet door naar ook werd heeft bij",
    letters: "éèëïöüáó",
    encodings: western,
  },
  {
    language: "sv",
    kind: "latin",
    common: "och i att det som en av med den till har inte om ett var de sig efter",
    letters: "åäöé",
    encodings: western,
  },
  {
    language: "da",
    kind: "latin",
    common: "og i at det er en af til for med den der har ikke de et blev som fra",
    letters: "æøåé",
    encodings: western,
  },
  {
    language: "no",
    kind: "latin",
    common: "og i det er en av til for med den som har ikke de et ble fra om var",
    letters: "æøåéòô",
    encodings: western,
  },
  {
    language: "fi",
    kind: "latin",
    common: "ja on ei se oli ovat mutta myös kun joka mukaan kuin sen tai jo sekä",
    letters: "äöå",
    encodings: western,
  },
  {
    language: "is",
    kind: "latin",
    common: "og er sem var um til ekki en af fyrir hann hefur",
    letters: "áðéíóúýþæö",
    encodings: western,
  },
  {
    language: "tr",
    kind: "latin",
    common: "ve bir bu da de ile olarak daha olan en sonra dedi gibi kadar ise ancak her o",
    letters: "çğıöşüâîûi̇",
    encodings: ["windows-1254"],
  },
  {
    language: "pl",
    kind: "latin",
    common: "w i na z do nie to o jest za po przez od jak dla ale oraz tym roku",
    letters: "ąćęłńóśźż",
    encodings: central,
  },
  {
    language: "cs",
    kind: "latin",
    common: "a v se na je o s z do i to k za by pro podle jako ale po od",
    letters: "áčďéěíňóřšťúůýž",
    encodings: central,
  },
  {
    language: "sk",
    kind: "latin",
    common: "a v sa na je o s z do to aj za by pre ako ale po od",
    letters: "áäčďéíĺľňóôŕšťúýž",
    encodings: central,
  },
  {
    language: "hu",
    kind: "latin",
    common: "a az hogy nem is egy volt meg de szerint ezt csak mint ha",
    letters: "áéíóöőúüű",
    encodings: central,
  },
  {
    language: "hr",
    kind: "latin",
    common: "je i u se na da su za od s koji ne iz o a kako",
    letters: "čćđšž",
    encodings: central,
  },
  {
    language: "ro",
    kind: "latin",
    common: "de la a cu pe din un pentru nu este au care o al sunt mai",
    letters: "ăâîşţ",
    encodings: central,
  },
];
