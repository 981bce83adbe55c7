/** Invented news, with the encodings that such a text is found in and that it has to be told from. */
export const texts: readonly {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly text: string;
}[] = [
  {
    language: "ar",
    encodings: ["windows-1256", "iso-8859-6"],
    text: `افتتاح مدرسة ليلية للخبازين في الميناء القديم

قال رئيس المجلس البلدي إن المدرسة التي افتتحت مساء الأحد في الميناء القديم استقبلت أربعين شخصا في ليلتها الأولى، وأضاف أن التسجيل مستمر حتى نهاية الشهر. وكانت النقابة قد طالبت منذ سنوات بمكان يتعلم فيه الشباب هذه المهنة من الخبازين الكبار، بعد أن أغلقت ثلاثة أفران أبوابها خلال عامين.

وأوضح أحد المعلمين أن الدروس تبدأ في التاسعة ليلا، عندما تشعل الأفران، وتنتهي مع الفجر. ومن بين الطلاب سائقون وممرضات وطلاب جامعة. هل يكفي ذلك؟ يقول الجيران إن رائحة الخبز عادت إلى الحي على الأقل.`,
  },
  {
    language: "fa",
    encodings: ["windows-1256"],
    text: `مدرسه شبانه نانوايان در بندر قديمي باز شد

رئيس شوراي شهر گفت اين مدرسه که شنبه شب در بندر قديمي باز شد در نخستين شب چهل نفر را پذيرفت و نام نويسي تا پايان ماه ادامه دارد. اتحاديه از سال ها پيش خواهان جايي بود که جوانان اين پيشه را از نانوايان پير ياد بگيرند. در دو سال گذشته سه نانوايي بسته شد.

يکي از آموزگاران گفت درس ها با روشن شدن تنورها آغاز مي شود و با سپيده دم پايان مي يابد. ژاله، پرستار بيمارستان شهر، هر هفته چهار شب براي يادگيري به آن مي آيد.`,
  },
  {
    language: "ur",
    encodings: ["windows-1256"],
    text: `پرانے بندرگاہ ميں نانبائيوں کا رات کا سکول کھل گيا

شہر کے ناظم نے کہا کہ اس سکول ميں پہلی رات چاليس لوگ آئے اور داخلے مہينے کے آخر تک جاری رہيں گے۔ انجمن کئی برس سے ايسی جگہ مانگ رہی تھی جہاں نوجوان بوڑھے نانبائيوں سے يہ ہنر سيکھ سکيں۔ دو سال ميں تين تندور بند ہو چکے ہيں اور اس سے محلے کا کاروبار بھی کم ہوا ہے۔ ايک استاد نے بتايا کہ سبق رات کو نو بجے تندور جلنے کے ساتھ شروع ہوتے ہيں اور فجر تک جاری رہتے ہيں۔`
      .replaceAll("ی", "ى")
      .replaceAll("۔", "."),
  },
  {
    language: "he",
    encodings: ["windows-1255"],
    text: `בית ספר לילי לאופים נפתח בנמל הישן

ראש המועצה אמר כי בית הספר, שנפתח ביום ראשון בערב בנמל הישן, קיבל ארבעים איש בלילה הראשון שלו, וכי ההרשמה תימשך עד סוף החודש. האיגוד ביקש זה שנים מקום שבו ילמדו צעירים את המקצוע מן האופים הוותיקים, לאחר שלוש מאפיות נסגרו בתוך שנתיים. "זה לא רק לחם", אמר אחד המורים, "זה גם השכונה". השיעורים מתחילים בתשע, עם הדלקת התנורים, ונגמרים עם אור ראשון. בין התלמידים נהגים, אחיות וסטודנטים, וכל אחד מהם משלם לפי יכולתו.`,
  },
  {
    language: "ru",
    encodings: ["windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"],
    text: `В старом порту открылась вечерняя школа пекарей

Глава совета сказал, что школа, которая открылась в воскресенье вечером в старом порту, приняла в первую ночь сорок человек и что запись продлится до конца месяца. Цех много лет просил о месте, где молодые могли бы учиться этому делу у старых мастеров: за два года в районе закрылись три пекарни.

Занятия начинаются в девять, когда разжигают печи, и кончаются на рассвете, рассказал один из учителей. Среди учеников есть водители, медсёстры и студенты. Хватит ли этого? Соседи говорят, что запах хлеба уже вернулся на их улицу.`,
  },
  {
    language: "uk",
    encodings: ["windows-1251", "koi8-u"],
    text: `У старому порту відкрилася вечірня школа пекарів

Голова ради сказав, що школа, яка відкрилася в неділю ввечері у старому порту, прийняла за першу ніч сорок людей і що запис триватиме до кінця місяця. Цех багато років просив про місце, де молодь могла б учитися цього ремесла у старих майстрів: за два роки в районі закрилися три пекарні. Заняття починаються о дев'ятій, коли розпалюють печі, і тривають до світанку. Серед учнів є водії, медсестри та студенти, і всі вони платять по змозі.`,
  },
  {
    language: "el",
    encodings: ["windows-1253", "iso-8859-7"],
    text: `Νυχτερινή σχολή αρτοποιών άνοιξε στο παλιό λιμάνι

Ο πρόεδρος του συμβουλίου είπε ότι η σχολή, που άνοιξε την Κυριακή το βράδυ στο παλιό λιμάνι, δέχτηκε σαράντα άτομα την πρώτη νύχτα και ότι οι εγγραφές θα συνεχιστούν μέχρι το τέλος του μήνα. Το σωματείο ζητούσε εδώ και χρόνια έναν χώρο για να μαθαίνουν οι νέοι την τέχνη από τους παλιούς, αφού τρεις φούρνοι έκλεισαν σε δύο χρόνια. Τα μαθήματα αρχίζουν στις εννέα και τελειώνουν με την αυγή, είπε ένας από τους δασκάλους.`,
  },
  {
    language: "fr",
    encodings: ["windows-1252"],
    text: `Une école de nuit pour boulangers ouvre dans le vieux port

Le président du conseil a déclaré que l’école, inaugurée dimanche soir dans le vieux port, a reçu quarante personnes dès la première nuit et que les inscriptions se poursuivront jusqu’à la fin du mois. Le syndicat réclamait depuis des années un lieu où les jeunes apprendraient ce métier auprès des anciens, après la fermeture de trois fournils en deux ans. Les cours commencent à neuf heures, quand on allume les fours, et s’achèvent à l’aube, a précisé l’une des maîtresses. « Ça sent de nouveau le pain », disent les voisins.`,
  },
  {
    language: "de",
    encodings: ["windows-1252"],
    text: `Nachtschule für Bäcker öffnet im alten Hafen

Der Vorsitzende des Rates sagte, die Schule, die am Sonntagabend im alten Hafen eröffnet wurde, habe in der ersten Nacht vierzig Menschen aufgenommen; anmelden könne man sich bis zum Ende des Monats. Die Innung hatte seit Jahren einen Ort gefordert, an dem die Jüngeren das Handwerk von den Älteren lernen, denn in zwei Jahren sind drei Backstuben geschlossen worden. Der Unterricht beginnt um neun, wenn die Öfen angeheizt werden, und er endet mit dem ersten Licht auf der Straße.`,
  },
  {
    language: "es",
    encodings: ["windows-1252"],
    text: `Abre en el puerto viejo una escuela nocturna de panaderos

El presidente del concejo dijo que la escuela, que abrió el domingo por la noche en el puerto viejo, recibió a cuarenta personas en su primera sesión y que la inscripción seguirá hasta el final del mes. El gremio pedía desde hace años un lugar en el que los jóvenes aprendieran el oficio de los mayores, después de que cerraran tres hornos en dos años. «No es sólo pan», dijo una de las maestras. ¿Será suficiente? Los vecinos creen que sí, y el olor ha vuelto también a la pequeña plaza de la Peña.`,
  },
  {
    language: "pt",
    encodings: ["windows-1252"],
    text: `Escola noturna de padeiros abre no porto antigo

O presidente da câmara disse que a escola, que abriu no domingo à noite no porto antigo, recebeu quarenta pessoas na primeira sessão e que as inscrições vão até ao fim do mês. A associação pedia há anos um lugar em que os jovens aprendessem a profissão com os mais velhos, depois de três padarias fecharem em dois anos. As lições começam às nove, quando se acendem os fornos, e acabam com o nascer do dia. Os vizinhos dizem que o cheiro do pão já voltou às ruas.`,
  },
  {
    language: "tr",
    encodings: ["windows-1254"],
    text: `Eski limanda fırıncılar için gece okulu açıldı

Meclis başkanı, pazar akşamı eski limanda açılan okulun ilk gece kırk kişiyi kabul ettiğini ve kayıtların ay sonuna kadar süreceğini söyledi. Dernek, iki yılda üç fırının kapanmasından sonra, gençlerin bu mesleği ustalardan öğreneceği bir yer için yıllardır çağrı yapıyordu. Dersler saat dokuzda, fırınlar yakılınca başlıyor ve şafakla birlikte bitiyor. Bir öğretmen, öğrenciler arasında şoför, hemşire ve üniversiteli de olduğunu, bu yüzden daha çok sınıf gerektiğini anlattı. İlk ekmek bu sabah çıktı.`,
  },
  {
    language: "pl",
    encodings: ["windows-1250", "iso-8859-2"],
    text: `Nocna szkoła piekarzy otwarta w starym porcie

Przewodniczący rady powiedział, że szkoła, która została otwarta w niedzielę wieczorem w starym porcie, przyjęła w pierwszą noc czterdzieści osób i że zapisy potrwają do końca miesiąca. Cech od lat prosił o miejsce, w którym młodzi mogliby się uczyć zawodu od starszych, bo w dwa lata zamknięto trzy piekarnie. Zajęcia zaczynają się o dziewiątej, gdy rozpala się piece, i kończą się o świcie. Wśród uczniów są kierowcy, pielęgniarki i studenci, a każdy płaci tyle, ile może. To nie jest tylko chleb, mówi jeden z nauczycieli.`,
  },
  {
    language: "cs",
    encodings: ["windows-1250", "iso-8859-2"],
    text: `Ve starém přístavu se otevřela noční škola pekařů

Předseda rady řekl, že škola, která se otevřela v neděli večer ve starém přístavu, přijala za první noc čtyřicet lidí a že zápis potrvá do konce měsíce. Cech po léta žádal o místo, kde by se mladí učili řemeslu od starších, protože za dva roky se zavřely tři pekárny. Výuka začíná v devět, když se roztápějí pece, a končí za svítání. Mezi žáky jsou řidiči, zdravotní sestry i studenti a každý platí podle možností. Není to jen chléb, říká jeden z učitelů.`,
  },
  {
    language: "zh-Hans",
    encodings: ["gb18030"],
    text: `老港口开办面包师夜校

市议会主席说，星期天晚上在老港口开学的这所学校第一夜就来了四十个人，报名将持续到月底。行会多年来一直要求有一个地方，让年轻人向老师傅学习这门手艺，因为两年里已经有三家面包房关门了。一位老师说，课程在晚上九点点火的时候开始，到天亮结束。学生里有司机、护士和大学生，大家都按自己的能力付学费。邻居们说，面包的香味又回到了这条街上。`,
  },
  {
    language: "zh-Hant",
    encodings: ["big5"],
    text: `老港口開辦麵包師夜校

市議會主席說，星期天晚上在老港口開學的這所學校第一夜就來了四十個人，報名將持續到月底。行會多年來一直要求有一個地方，讓年輕人向老師傅學習這門手藝，因為兩年裡已經有三家麵包房關門了。一位老師說，課程在晚上九點點火的時候開始，到天亮結束。學生裡有司機、護士和大學生，大家都按自己的能力付學費。鄰居們說，麵包的香味又回到了這條街上。`,
  },
  {
    language: "ja",
    encodings: ["shift_jis", "euc-jp"],
    text: `古い港にパン職人の夜間学校が開校

市議会の議長は、日曜日の夜に古い港で開校したこの学校に、最初の夜だけで四十人が集まり、申し込みは月末まで続くと話した。組合は何年も前から、若い人たちが年上の職人からこの仕事を学べる場所を求めていた。この二年で三軒のパン屋が店を閉じている。授業は窯に火を入れる九時に始まり、夜明けに終わる。生徒には運転手や看護師、大学生もいる。近所の人々は、パンの香りが通りに戻ってきたと喜んでいる。`,
  },
  {
    language: "ko",
    encodings: ["euc-kr"],
    text: `옛 항구에 제빵사 야간 학교가 문을 열다

시의회 의장은 일요일 저녁 옛 항구에서 문을 연 이 학교가 첫날 밤에 사십 명을 받았으며 등록은 이달 말까지 이어진다고 말했다. 조합은 여러 해 동안 젊은이들이 나이 든 장인에게서 이 일을 배울 수 있는 곳을 요구해 왔다. 지난 이 년 사이에 빵집 세 곳이 문을 닫았기 때문이다. 수업은 화덕에 불을 넣는 아홉 시에 시작해 동이 틀 때 끝난다. 학생 가운데는 운전사와 간호사, 대학생도 있다.`,
  },
];
