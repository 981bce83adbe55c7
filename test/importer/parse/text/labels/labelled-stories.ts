/** A story whose pictures each have an alternative text, and a credit and a caption with labels. */
export interface LabelledStory {
  readonly language: string;
  readonly headline: string;
  /** The labels, with the mark after each. */
  readonly credit: string;
  readonly caption: string;
  readonly pictures: readonly (readonly [alt: string, credit: string, caption: string])[];
  /** A paragraph without its full stop. */
  readonly paragraph: string;
}

/** Invented stories in the form of broadcasters with many services; the lexicons know some of the labels. */
export const captionLabels: readonly LabelledStory[] = [
  {
    language: "Swahili",
    headline: "Soko jipya la samaki lafunguliwa mjini baada ya miaka mitatu",
    credit: "Chanzo cha picha,",
    caption: "Maelezo ya picha,",
    pictures: [
      [
        "Soko jipya",
        "Reuters",
        "Wachuuzi wa samaki wakipanga meza zao mapema asubuhi kabla ya wateja kufika sokoni.",
      ],
      ["Mvuvi", "Reuters", "Mvuvi akishusha samaki kutoka kwenye mashua yake baada ya usiku mmoja baharini."],
      [
        "Meza za samaki",
        "Jane Doe",
        "Meza mpya za soko zina barafu na maji safi, jambo ambalo wachuuzi waliomba.",
      ],
    ],
    paragraph:
      "Wafanyabiashara wa soko wamesema kazi ya kujenga soko jipya itaanza baada ya msimu wa mvua namba",
  },
  {
    language: "Vietnamese",
    headline: "Chợ cá mới mở cửa sau ba năm xây dựng ở bến cảng cũ",
    credit: "Nguồn hình ảnh,",
    caption: "Chụp lại hình ảnh,",
    pictures: [
      ["Chợ cá mới", "Getty Images", "Người bán cá bày hàng từ sáng sớm trước khi khách đến chợ."],
      ["Ngư dân", "Getty Images", "Một ngư dân dỡ cá xuống bến sau một đêm dài trên biển."],
    ],
    paragraph: "Những người bán hàng cho biết việc xây chợ mới đã kéo dài hơn dự kiến vì mùa mưa năm",
  },
  {
    language: "Azerbaijani",
    headline: "Yeni balıq bazarı üç ildən sonra köhnə limanda açıldı",
    credit: "Şəklin mənbəyi,",
    caption: "Şəklin alt yazısı,",
    pictures: [
      ["Yeni bazar", "Getty Images", "Satıcılar səhər tezdən müştərilər gələnə qədər masalarını düzürlər"],
      ["Balıqçı", "Jane Doe", "Balıqçı dənizdə keçən gecədən sonra balığı qayıqdan endirir"],
    ],
    paragraph:
      "Satıcılar deyirlər ki, yeni bazarın tikintisi yağışlara görə gözləniləndən daha uzun çəkdi, bölmə",
  },
  {
    language: "French",
    headline: "Le nouveau marché aux poissons ouvre après trois ans de travaux",
    credit: "Crédit photo,",
    caption: "Légende image,",
    pictures: [
      [
        "Marché aux poissons",
        "Getty Images",
        "Les vendeuses dressent leurs tables avant l'arrivée des clients.",
      ],
      ["Pêcheur", "AFP", "Un pêcheur décharge sa pirogue après une nuit en mer."],
    ],
    paragraph:
      "Les vendeuses disent que les travaux du nouveau marché ont duré plus longtemps que prévu, partie",
  },
  {
    language: "Arabic",
    headline: "افتتاح سوق السمك الجديدة في الميناء القديم بعد ثلاث سنوات",
    credit: "صدر الصورة،",
    caption: "التعليق على الصورة،",
    pictures: [
      [
        "سوق السمك",
        "Getty Images",
        "بائعات السمك يرتبن طاولاتهن في الصباح الباكر قبل وصول الزبائن إلى السوق الجديدة التي استغرق بناؤها ثلاث سنوات كاملة بسبب الأمطار وارتفاع أسعار المواد، وقد وعدت البلدية بأن تكون رسومها أقل من رسوم السوق القديمة التي أغلقت أبوابها في نهاية الأسبوع الماضي.",
      ],
      ["صياد", "Film Mag", "صياد ينزل صناديق السمك من قاربه بعد ليلة طويلة في البحر."],
    ],
    paragraph: "قالت البائعات إن بناء السوق الجديدة استغرق وقتا أطول مما كان متوقعا بسبب الأمطار في الجزء",
  },
  {
    language: "Gujarati",
    headline: "જૂના બંદર પર ત્રણ વર્ષ પછી નવું માછલી બજાર ખૂલ્યું",
    credit: "ઇમેજ સ્રોત,",
    caption: "ઇમેજ કૅપ્શન,",
    pictures: [
      ["નવું બજાર", "Getty Images", "ગ્રાહકો આવે તે પહેલાં વહેલી સવારે ટેબલ ગોઠવતા વેપારીઓ"],
      ["માછીમાર", "Jane Doe", "દરિયામાં એક રાત વિતાવ્યા પછી હોડીમાંથી માછલી ઉતારતો માછીમાર"],
    ],
    paragraph: "વેપારીઓ કહે છે કે વરસાદને કારણે નવા બજારનું કામ ધાર્યા કરતાં વધારે લાંબું ચાલ્યું હતું, ભાગ",
  },
  {
    language: "Burmese",
    headline: "ဆိပ်ကမ်းဟောင်းမှာ ငါးဈေးသစ် ဖွင့်လှစ်",
    credit: "ဓာတ်ပုံ ရင်းမြစ်,",
    caption: "ဓာတ်ပုံ ပုံစာ,",
    pictures: [
      ["ငါးဈေးသစ်", "Getty Images", "ဖောက်သည်တွေ မလာခင် မနက်စောစောမှာ စားပွဲတွေ ပြင်ဆင်နေတဲ့ ဈေးသည်များ"],
      ["တံငါသည်", "Getty Images", "ပင်လယ်ထဲမှာ တစ်ညကြာပြီးနောက် လှေပေါ်က ငါးတွေ ချနေတဲ့ တံငါသည်"],
    ],
    paragraph: "ဈေးသည်တွေက ဈေးသစ်ဆောက်လုပ်ရေးဟာ မိုးကြောင့် မျှော်လင့်ထားတာထက် ပိုကြာခဲ့တယ်လို့ ပြောပါတယ်၊ အပိုင်း",
  },
  {
    language: "Amharic",
    headline: "አዲሱ የዓሣ ገበያ ከሦስት ዓመት በኋላ በአሮጌው ወደብ ተከፈተ",
    credit: "የፎቶው ባለመብት፣",
    caption: "የፎቶው መግለጫ፣",
    pictures: [
      ["አዲሱ ገበያ", "Getty Images", "ነጋዴዎች ደንበኞች ከመምጣታቸው በፊት ጠዋት ማለዳ ጠረጴዛዎቻቸውን ሲያዘጋጁ"],
      ["ዓሣ አጥማጅ", "Getty Images", "ዓሣ አጥማጁ በባሕር ላይ አንድ ሌሊት ካሳለፈ በኋላ ዓሣውን ከጀልባው ሲያወርድ"],
    ],
    paragraph: "ነጋዴዎቹ እንደሚሉት አዲሱን ገበያ የመገንባቱ ሥራ በዝናቡ ምክንያት ከታሰበው በላይ ጊዜ ወስዷል ክፍል",
  },
  {
    language: "Pidgin",
    headline: "New fish market don open for old harbour after three years",
    credit: "Wia dis foto come from,",
    caption: "Wetin we call dis foto,",
    pictures: [
      ["New market", "Getty Images", "Traders dey arrange dia tables early morning before customers go come"],
      ["Fisherman", "Jane Doe", "One fisherman dey comot fish from im boat after one night for sea"],
    ],
    paragraph: "Traders tok say di work for di new market take pass di time wey dem tink sake of rain, part",
  },
];
