import type { LanguagesOfScript } from "./language-signs.ts";

/** Languages in Latin script. No text is taken for one of them on account of its script alone. */
export const latin: LanguagesOfScript = {
  isCrowded: true,
  base: "abcdefghijklmnopqrstuvwxyz",
  languages: [
    {
      language: "en",
      words:
        "the of and to in a is that for it on was with as by at from has his her this be are have said their after who will were not an but which they been or had",
    },
    {
      language: "fr",
      letters: "àâæçèéêëîïôœùûüÿ",
      words:
        "le la les de des du et en un une que qui dans pour est au sur par il pas plus avec ce sont ont a été aux l d qu elle ils mais ou leur cette selon après entre",
    },
    {
      language: "de",
      letters: "äöüß",
      words:
        "der die und das in den von zu mit dem ist des auf für im ein eine nicht auch sich hat als nach wurde an er sie dass wird bei aus einer oder war sind noch wie über am",
    },
    {
      language: "es",
      letters: "áéíñóúü",
      words:
        "el la de que y en los las un una por con del se para al es lo su no ha fue como más sobre pero sin según entre este esta también años desde",
    },
    {
      language: "pt",
      letters: "àáâãçéêíóôõúü",
      words:
        "o a de que e do da em um uma para com os as não no na por mais dos foi ao à pelo pela às é são seu sua também até anos entre ser",
    },
    {
      language: "it",
      letters: "àèéìíòùú",
      words:
        "il la di che e un una in per è del della con non i le si dei da al sono ha nel gli alla l d dell anche stato questo più dopo tra ma",
    },
    {
      language: "nl",
      letters: "áéèêëïóöü",
      words:
        "de het een van en in is dat op te voor met zijn er aan niet door naar ook werd heeft bij maar dit worden wordt nog dan tot uit over zich",
    },
    {
      language: "sv",
      letters: "åäöé",
      words:
        "och i att det som en på är av för med den till har inte om ett var från han hon de vid efter men också sig ut när säger",
    },
    {
      language: "da",
      letters: "åæøé",
      words:
        "og i at det er en på til af for med den der har ikke de et blev fra han hun men også efter sig ved kan skal siger ud når mellem hvor været siden igen bliver nu mod må politiet",
    },
    {
      language: "no",
      letters: "åæøéòôê",
      words:
        "og i å det er en på til av for med den som har ikke de et ble fra han hun men også etter seg ved kan skal sier ut når mellom hvor vært siden igjen blir nå mot må politiet",
    },
    {
      language: "nn",
      letters: "åæøéòôê",
      words:
        "og i å det er ein på til av for med den som har ikkje dei eit vart frå han ho seg seier noko berre vore sidan att blir no mot må kvar",
    },
    {
      language: "is",
      letters: "áæéíðóöúýþ",
      words:
        "og að í er á sem um til við var með fyrir ekki en af frá það hann segir hafa voru þegar eru þá einnig hefur verið eftir úr þess sagði hún vegna",
    },
    {
      language: "fo",
      letters: "áæíðóøúý",
      words: "og at í er á sum til við var fyri ikki av frá tað hann hevur vóru eru eftir um ein",
    },
    {
      language: "fi",
      letters: "åäö",
      words:
        "ja on ei se että oli hän ovat mutta myös kun joka sekä mukaan ole kuin niin tai olisi voi jonka jotka hänen sen tämä sanoi vuoden jälkeen kanssa kertoo vielä nyt joita häntä hänelle kaikki vain jo",
    },
    {
      language: "et",
      letters: "äõöüšž",
      words:
        "ja on ei et see oli ka kui ning mis ta oma aga või pärast kuid tema selle kes nagu ütles aasta kohta veel juba seda mida",
    },
    {
      language: "lv",
      letters: "āčēģīķļņšūž",
      words:
        "un ir ar no par uz ka kas bet arī tika gada lai pēc tas vai bija kā pie to viņš savu ko līdz pret",
    },
    {
      language: "lt",
      letters: "ąčėęįšūųž",
      words:
        "ir yra kad į iš su tai bet kaip buvo apie po ar prie nuo jo už per savo taip tik jis jau metų dėl kurie sakė",
    },
    {
      language: "pl",
      letters: "ąćęłńóśźż",
      words:
        "w i na z do nie się że to o jest za po przez od jak był dla są ale oraz tym tego ze które który także przed między roku",
    },
    {
      language: "cs",
      letters: "áčďéěíňóřšťúůýž",
      words:
        "a v se na je že o s z do i to k za by pro podle jako jeho který která které jsou ale až už byl bylo aby po při ze roku není mezi řekl",
    },
    {
      language: "sk",
      letters: "áäčďéíĺľňóôŕšťúýž",
      words:
        "a v sa na je že o s z do to aj za by pre podľa ako ktorý ktorá ktoré sú ale pri od až už bol bolo aby po zo roku nie medzi povedal",
    },
    {
      language: "sl",
      letters: "čšž",
      words:
        "in je v na se da za so z pa ki po tudi iz bi kot ne od ali še pri ga do ob bil bila bilo kjer kar med pred zaradi ni to že vsak leta let bo bodo",
    },
    {
      language: "hr",
      letters: "čćđšž",
      words:
        "je u i na se da su za od s koji ne iz koja koje što bi će kako nije ali te do po tijekom nakon prije gdje vrijeme godine kazao rekao sve više bio također tko već kod",
    },
    {
      language: "sr-Latn",
      letters: "čćđšž",
      words:
        "je u i na se da su za od sa koji ne iz koja koje što šta bi će kako nije ali do po tokom nakon pre posle gde vreme godine rekao sve više bio takođe ko već kod",
    },
    {
      language: "bs",
      letters: "čćđšž",
      words:
        "je u i na se da su za od sa koji ne iz koja koje što šta bi će kako nije ali do po tokom nakon prije gdje vrijeme godine kazao rekao sve više bio također ko već kod",
    },
    {
      language: "hu",
      letters: "áéíóöőúüű",
      words:
        "a az és hogy nem is egy volt meg de szerint ezt van csak már még ki vagy mert után lesz ha aki ami amely azt el kell lehet között",
    },
    {
      language: "ro",
      letters: "ăâîșțşţ",
      words:
        "de la în și a cu pe din că o un pentru nu este au care va fost să s fi sau dar mai lui după ale al prin când între şi",
    },
    {
      language: "sq",
      letters: "çë",
      words:
        "e të në që një dhe me për nga është i u se do si ka më ishte janë por tha pas edhe duke kjo ky nuk kanë mund tij ai gjatë",
    },
    {
      language: "tr",
      letters: "çğıöşüâîû",
      words:
        "ve bir bu da de için ile olarak çok daha olan en sonra dedi ise gibi kadar ancak olduğu olduğunu tarafından etti edildi göre her ne o üzere yeni gün önce bütün sadece yer son yıl bin yüzde kişi",
    },
    {
      language: "az",
      letters: "çəğıöşü",
      words:
        "və bir bu ilə üçün də olan ki olub da isə bildirib edib sonra onun görə kimi ən çox var edilib həm hər o daha lakin ildə başqa yeni gün qədər bütün artıq tərəfindən haqqında arasında üzrə deyib",
    },
    {
      language: "uz",
      words:
        "va bu bilan uchun bir ham esa edi deb bo lgan o qilish uning keyin yil bor qildi lib shu yilda kerak haqida yicha tomonidan lekin boshqa emas dedi beri kun unga bunga holda orqali qadar",
    },
    {
      language: "tk",
      letters: "äçňöşüýž",
      words:
        "we bu bilen üçin bir hem boldy diýip edip ýa ýyl onuň bolan şeýle öz soň bolup ol eden bar bäri başga görä ýaly gün hakynda üstünde edýär aýtdy ýok muny",
    },
    {
      language: "ku",
      letters: "çêîşû",
      words:
        "û di de ji bo li ku bi ya ye yên ê ew got jî yê xwe ne an lê her piştî dike kir bû gelek hat wan",
    },
    {
      language: "vi",
      letters: "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
      words:
        "và của là có trong được cho các với không một đã này người cũng ông bị từ về tại sau khi ra năm nhiều đến",
    },
    {
      language: "id",
      letters: "é",
      words:
        "yang dan di untuk dengan dari pada dalam ini itu tidak ke akan oleh adalah telah bahwa karena bisa juga sudah atau orang tersebut para saat menjadi lebih seorang mengatakan antara hanya mereka setelah kepada",
    },
    {
      language: "ms",
      letters: "é",
      words:
        "yang dan di untuk dengan dari pada dalam ini itu tidak ke akan oleh adalah telah bahawa kerana boleh juga sudah atau orang tersebut para ketika menjadi lebih seorang berkata antara hanya mereka daripada selepas turut beliau katanya kepada",
    },
    {
      language: "jv",
      letters: "éèê",
      words:
        "ing lan sing karo iki kanggo saka ora wong uga wis ana marang kang iku yaiku bakal amarga nalika",
    },
    {
      language: "su",
      letters: "é",
      words: "jeung anu nu di ka teu aya pikeun ku sareng éta ieu urang tina dina geus bakal kana nyaéta",
    },
    {
      language: "tl",
      letters: "ñ",
      words:
        "ang ng sa na at mga ay ni si para kay ito hindi siya nila niya may nang kung pa rin ayon noong mula din isang sinabi naman lang",
    },
    {
      language: "ceb",
      letters: "ñ",
      words: "ang sa ug nga mga ni si alang kay wala siya kini usa niini iyang dili aron sila nga matod",
    },
    {
      language: "mg",
      letters: "àèìôñ",
      words: "ny sy dia ho amin izany tamin fa ao ary ireo an tsy teo izay no koa eto raha olona taona mba",
    },
    {
      language: "sw",
      words:
        "na ya wa kwa ni katika za la kuwa hii huo hiyo lakini baada watu yake kama wake pia cha vya alisema ambao ambaye kwamba zaidi mwaka nchini hivyo huku kabla wakati hilo",
    },
    {
      language: "rw",
      words:
        "mu ku na ni ya kandi n bya cyane cyangwa kuri iyi uyu yavuze ari abantu ko umwaka mwaka bwa muri gihugu nyuma ubwo rwa kugira ngo uko aho ariko kubera hari leta polisi kugeza kuva aba ibyo nk byose imyaka icyo cyo",
    },
    {
      language: "ny",
      words:
        "ndi kuti mu ya wa pa za anthu koma komanso ku kwa iye chifukwa onse choncho akuti iwo boma apolisi pamene ndipo kale zaka ano monga nawo",
    },
    {
      language: "sn",
      words:
        "kuti uye kana ne mu iyo asi vanhu pa uyo vari izvi kwete kubva iri kune vakati ava ari hurumende mapurisa izvo iyi uyu achiti akati gore makore zvakare chete nokuti",
    },
    {
      language: "zu",
      words:
        "ukuthi ngoba futhi kanye njengoba uma wathi kodwa yokuthi le lo abantu ngo kakhulu unyaka uthe kusho nje ukuze ngemuva bese lapho bonke nge uhulumeni amaphoyisa lokhu abanye kanti noma isikhathi izolo namhlanje lolu leli kuze ukuba ngesikhathi umuntu iminyaka yakhe wakhe",
    },
    {
      language: "xh",
      words:
        "ukuba kwaye okanye ngokuba abantu xa kodwa uthi kunye kuba le into ukuze ukanti kwi unyaka uthe emva oko ngelixa kananjalo urhulumente amapolisa oku abanye kanti ixesha izolo namhlanje olu eli ngexesha umntu iminyaka yakhe wakhe bonke",
    },
    {
      language: "st",
      words: "le ho ea ba ka hore e oa ke batho empa tse li ha bona o ya wa mme kapa hape",
    },
    {
      language: "so",
      words:
        "iyo ka ee oo waa in ku ayaa la uu ah lagu si u aan wuxuu soo ay leh kale waxaa dalka sida ugu waxay badan uga ama dad markii mid sheegay",
    },
    {
      language: "om",
      words:
        "fi kan akka hin keessa irraa ni jira irratti waan isaa kun keessatti garuu itti ture jechuun yoo jedhan waggaa namoota isaan hanga booda haa akkasumas",
    },
    {
      language: "ha",
      letters: "ɓɗƙƴ",
      words:
        "da a na ya ta ba wa ga an ce cikin kuma domin don wannan sun suka shi ne su daga zuwa bayan mai masu yi cewa kan wata wani haka amma ko har sai",
    },
    {
      language: "yo",
      letters: "àáèéìíòóùúńǹẹọṣ",
      words:
        "ni ní ti tí ó o àti si sí fún awọn àwọn pé kan wọn náà ṣe nínú ninu lati láti jẹ bí kò gbogbo ọdún yìí sì wà fi lè tó ló sọ",
    },
    {
      language: "ig",
      letters: "àáèéìíòóùúịọụṅ",
      words:
        "na nke ndị bụ ya ka ma n maka ọ o ha nwere onye dị ga e kwuru ihe ahụ otu site ndi bu mmadụ afọ oge",
    },
    {
      language: "pcm",
      words:
        "dey na wey don di dem sey wetin pipo pesin tok wen afta dis dat dia im no get make for goment wan fit inside",
    },
    {
      language: "af",
      letters: "áéèêëîïôöûú",
      words:
        "die en van in is het dat te nie op vir met sy om aan wat by ook was as hy n daar deur na word sal kan uit hulle maar toe hierdie gesê nog tot",
    },
    {
      language: "fy",
      letters: "âêéëïôúû",
      words: "de fan en yn is it in te dat op net foar mei hy ek wie by om as oan wurdt fan mar dy ien",
    },
    {
      language: "lb",
      letters: "äéëöü",
      words: "de an d den ass vun en net zu op mat déi fir och et dat sinn wéi huet ginn awer hunn si vum",
    },
    {
      language: "ca",
      letters: "àçèéíïòóúü",
      words:
        "el la de que i en els les un una per amb del és no ha va als a van ser com aquesta aquest més seu seva també entre però fa anys ja després s l d",
    },
    {
      language: "gl",
      letters: "áéíñóúü",
      words:
        "o a de que e do da en un unha para con os as non no na por máis dos foi ao á pola polo tamén é seu súa como ata despois entre anos onde hoxe pero esta",
    },
    {
      language: "eu",
      letters: "ñü",
      words:
        "eta da ez du bat dira baina dute ere zen izan hau dela egin ditu zuen baino edo bere den hori gero egingo urte izango arte beste baita gehiago zituen hala esan",
    },
    {
      language: "br",
      letters: "âêñùü",
      words:
        "ar an ur eo zo ha hag e da gant a war evit er ket ne bet met oa vo deus pe ivez bloaz betek ma int en ez abaoe ul",
    },
    {
      language: "cy",
      letters: "âêîôûŵŷáëïö",
      words:
        "y yr yn a i o ar mae ei wedi am gan bod oedd na eu hefyd fod sydd ond gyda at hyn un fel cael dros r dweud cyn wrth fydd ddim pobl",
    },
    {
      language: "ga",
      letters: "áéíóú",
      words:
        "an na agus ar i a le go sé bhí do is ag don sa faoi tá as ach ó ina ní atá mar siad léi seo bliain nach gur chun leis deir roimh",
    },
    {
      language: "gd",
      letters: "àèìòù",
      words: "an agus a air na gu tha e do bha ann ag chan le is anns aig gun iad airson san nan bhith mar",
    },
    {
      language: "mt",
      letters: "ċġħżàèìòù",
      words:
        "u li ta il fil biex hu ma kien minn għal kienet l hija dan din fuq qal hemm meta aktar wara bil kif wkoll jew f lill bejn tal qed",
    },
    {
      language: "ht",
      letters: "àéèòó",
      words: "nan ak yo ki pou la te yon li se pa ap sa moun gen tout men lan kote fè avèk sou apre",
    },
    {
      language: "eo",
      letters: "ĉĝĥĵŝŭ",
      words:
        "la de kaj en estas ke al por ne kun el pri li oni estis ankaŭ kiu ĉi sed per kiuj ŝi ili estos post dum pli ankoraŭ ĝi tio",
    },
  ],
};
