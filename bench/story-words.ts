/** What a language's generated stories are made of. Data only: places, people and papers are invented. */
export interface StoryWords {
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly days: readonly string[];
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly verbs: readonly string[];
  readonly reasons: readonly string[];
  /** Sentences with `{name of a list}` in them. */
  readonly sentences: readonly string[];
  readonly headlines: readonly string[];
  readonly captions: readonly string[];
  readonly subHeadings: readonly string[];
  /** Sources as this language prints them: the same twenty in every language that has a name for them. */
  readonly sources: readonly string[];
  readonly sourceLabel: string;
}

const list = (text: string): readonly string[] => text.split("|").map((item) => item.trim());

export const english: StoryWords = {
  places: list(
    "Norhaven|Eastmere|Port Alden|Graywater|Lindholm|Saltmarsh|Ferrybridge|Upper Dale|Kestrel Bay|Millbrook|Stonegate|Ravensford|Winterby|Oakhurst|Seaborough|Highcliff",
  ),
  people: list(
    "Nora Feld|Tomas Brandt|Ilse Marlow|Peter Quist|Amina Rowe|Jonas Vale|Clara Hesse|David Orne|Lena Strand|Omar Tilley|Greta Hollis|Simon Pike|Ruth Calder|Hugo Lindt|Mara Thorne|Felix Anders",
  ),
  days: list("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
  subjects: list(
    "the harbour council|the city library|the ferry company|the school board|the water works|the museum of fishing|the fire brigade|the tram workshop|the botanical garden|the county hospital|the market traders|the rowing club|the town theatre|the lighthouse keepers|the bridge engineers|the weather station",
  ),
  objects: list(
    "a new footbridge|the budget for the coming year|three hundred lime trees|the night service to the islands|a plan for the old quay|longer opening hours|the repair of the sea wall|a register of historic boats|free places for pupils|an underground cistern|the sale of the former brewery|a map of quiet streets|two electric ferries|the return of the weekly fair|an archive of letters|warmer rooms for winter",
  ),
  verbs: list(
    "approved|postponed|presented|defended|rejected|paid for|asked for|measured|celebrated|described|opened|inspected|announced|welcomed|discussed|promised",
  ),
  reasons: list(
    "because the flood had shown what was missing|although the costs had doubled since spring|after a petition with nine thousand names|since the old one could no longer be insured|so that nobody would have to walk along the road|while the neighbours hoped for a quieter summer|as soon as the frost had left the ground|before the holidays filled the streets again|in spite of a report that had advised against it|so long as the county carried half of it|after two winters without any ice|because the pupils themselves had asked",
  ),
  sentences: list(
    'In {places}, {subjects} {verbs} {objects} on {days}, {reasons}.|{people} said that {subjects} had {verbs} {objects} {reasons}.|"Nobody in {places} expected it," said {people}, who had {verbs} {objects} on {days}.|Between {places} and {places}, {objects} will be ready by {days}, {reasons}.|According to {people}, {subjects} in {places} {verbs} {objects} and then {verbs} {objects}.|The vote in {places} was close: {subjects} {verbs} {objects}, {reasons}.|Until {days}, visitors from {places} can see how {subjects} {verbs} {objects}.|{people} and {people} of {places} {verbs} {objects}, {reasons}.',
  ),
  headlines: list(
    "{places} to get {objects}|{places} argues over {objects}|What {places} learned from {objects}|In {places}, {subjects} {verbs} {objects}",
  ),
  captions: list(
    "A view of {places} where {subjects} {verbs} {objects}|{people} looks on as {subjects} of {places} {verbs} {objects}|Residents of {places} gather on {days} to see {objects}",
  ),
  subHeadings: list("What happens next|A long winter|The price of it|Voices from the quay|Looking back"),
  sources: list(
    "Reuters|Agence France-Presse|Associated Press|Al Jazeera|dpa|Anadolu Agency|Xinhua|ANSA|Kyodo News|BBC|CNN|Harbour Gazette|Eastmere Courier|Norhaven Herald|Dale Observer|Seaborough Post|The Ferry Times|Kestrel Bay Star|Lindholm Echo|Graywater Journal",
  ),
  sourceLabel: "Source: ",
};

export const arabic: StoryWords = {
  places: list(
    "مدينة الميناء|بلدة النخيل|قرية الجسر|حي المنارة|مدينة السواقي|بلدة الرمال|وادي الزيتون|مدينة القلعة|ضاحية البساتين|بلدة الينابيع",
  ),
  people: list(
    "سليم الحداد|ليلى النجار|كريم البناء|هدى الصياد|مازن الخياط|رنا العطار|يوسف الملاح|سمر الوراق|فادي الكاتب|نادية الرسام",
  ),
  days: list("الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"),
  subjects: list(
    "مجلس المدينة|هيئة المرفأ|مكتبة البلدة|شركة العبارات|مدرسة الحي|متحف الصيد|نادي التجديف|حديقة النباتات|مستشفى المقاطعة|تجار السوق",
  ),
  objects: list(
    "جسرا جديدا للمشاة|ميزانية العام المقبل|ثلاثمئة شجرة زيتون|خدمة ليلية إلى الجزر|خطة لترميم الرصيف القديم|ساعات عمل أطول|إصلاح السد البحري|سجلا للقوارب التاريخية|مقاعد مجانية للتلاميذ|أرشيفا للرسائل القديمة",
  ),
  verbs: list("أقر|قدم|ناقش|افتتح|أعلن|تفقد|طلب|وصف|رفض|راجع"),
  reasons: list(
    "بعد أن كشفت الفيضانات ما كان ناقصا|رغم تضاعف الكلفة منذ الربيع|عقب عريضة حملت تسعة آلاف توقيع|لأن التلاميذ أنفسهم طلبوا ذلك|قبل أن تمتلئ الشوارع في العطلة|على أمل صيف أكثر هدوءا|رغم تقرير نصح بالعكس|بشرط أن تتحمل المقاطعة نصف النفقات",
  ),
  sentences: list(
    'في {places} {verbs} {subjects} {objects} يوم {days}، {reasons}.|وقال {people} إن {subjects} {verbs} {objects} {reasons}.|وأضاف {people} "لم يتوقع أحد في {places} ذلك"، مشيرا إلى أن {subjects} {verbs} {objects}.|وبين {places} و{places} سيكتمل العمل يوم {days}، {reasons}.|وكان التصويت في {places} متقاربا، إذ {verbs} {subjects} {objects}.|ويمكن للزوار القادمين من {places} حتى {days} أن يروا كيف {verbs} {subjects} {objects}.',
  ),
  headlines: list(
    "{places} تنتظر {objects}|خلاف في {places} حول {objects}|{subjects} في {places} {verbs} {objects}",
  ),
  captions: list(
    "منظر من {places} حيث {verbs} {subjects} {objects}|{people} يتابع أعمال {subjects} في {places}",
  ),
  subHeadings: list("ما التالي|شتاء طويل|كلفة القرار|أصوات من الرصيف"),
  sources: list(
    "رويترز|وكالة الصحافة الفرنسية|أسوشيتد برس|الجزيرة|وكالة الأنباء الألمانية|وكالة الأناضول|شينخوا|أنسا|بي بي سي|سي إن إن",
  ),
  sourceLabel: "المصدر : ",
};
