/**
 * Words in many languages that begin lines which pages insert into stories. Data only; matched case-insensitively.
 */

/** A line with this beginning is not part of the story, whatever follows. */
const beginnings = [
  // en
  "read (?:also|more|next)\\b",
  "also read\\b",
  "see also\\b",
  "related (?:stories|articles|news|story|article)\\b",
  "more on this (?:story|topic)\\b",
  "(?:click|tap) here (?:to|for)\\b",
  "(?:sign up|subscribe) (?:to|for) (?:our|the|my)\\b.*(?:newsletter|channel|alerts?|podcast)",
  "follow us on\\b",
  "share (?:this|on|via)\\b",
  "story continues below\\b",
  "article continues (?:below|after)\\b",
  "copyright ©",
  "© ?(?:19|20)\\d\\d",
  "all rights reserved\\b",
  // de, nl
  "lesen sie (?:auch|mehr|hier)\\b",
  "mehr (?:zum thema|dazu)\\b",
  "lees ook\\b",
  "abonnieren sie\\b",
  // fr
  "(?:à )?lire (?:aussi|également)\\b",
  "sur le même (?:sujet|thème)\\b",
  "abonnez-vous\\b",
  // es, pt, it
  "(?:lea|lee) tambi[eé]n",
  "leia (?:mais|também)",
  "te puede interesar\\b",
  "(?:noticias|artículos|matérias) relacionad[ao]s",
  "(?:leggi|guarda) anche\\b",
  "suscríbete\\b",
  "síguenos en\\b",
  // ru, uk
  "читайте (?:также|ещё|еще|по теме|нас)",
  "читайте також",
  "смотрите также",
  "материалы по теме",
  "подписывайтесь? на",
  "подпишитесь на",
  // tr
  "(?:bunu )?da okuyun",
  "ilgili haber",
  "haberin devamı",
  // ar
  "(?:اقرأ|إقرأ|اقرؤوا|شاهد|طالع) (?:أيض|ايض|المزيد)",
  "قد يعجبك",
  "(?:مواضيع|أخبار|مقالات) (?:ذات صلة|متعلقة)",
  "تابعونا على",
  "تابعوا .{2,40} على (?:تلغرام|تيليغرام|واتساب|فيسبوك|تويتر|إكس|يوتيوب|إنستغرام)",
  "اشترك (?:في|الآن)",
  "جميع الحقوق محفوظة",
  // fa, ur
  "(?:بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط)",
  "(?:یہ بھی پڑھیں|مزید پڑھیں)",
  // he
  "(?:קראו|קרא|ראו) (?:גם|עוד)",
  "(?:כתבות|ידיעות) נוספות",
  "הירשמו ל",
  // zh, ja, ko
  "(?:相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|更多新闻|扫码|扫描二维码|关注我们|版权所有|責任編輯|责任编辑)",
  "この記事は(?:会員|有料|無料)",
  "(?:関連記事|あわせて読みたい)",
  "관련 ?기사",
];

/** A line with exactly this text is not part of the story. */
const wholeLines = [
  "ad|ads|advertisement|advertising|sponsored(?: content)?|promoted|share|tweet|print|e-?mail|copy link|comments?|loading\\.*|tags?|topics?|related|subscribe|sign up|newsletter|follow|skip to (?:main )?content|back to top|listen to this article|save",
  "anzeige|werbung|teilen|drucken|weiterempfehlen|kommentare|publicité|partager|imprimer|publicidad|publicidade|compartir|compartilhar|pubblicità|condividi|advertentie|delen",
  "реклама|поделиться|комментарии|печать|теги|reklam|paylaş|yazdır|yorumlar",
  "إعلان|إعلانات|شارك|مشاركة|طباعة|تعليقات|التعليقات|وسوم|تبلیغات|آگهی|اشتراک‌گذاری|نظرات|اشتہار",
  "פרסומת|שתפו|תגובות|הדפסה|תגיות|广告|廣告|分享|评论|打印|広告|シェア|광고",
];

export const boilerplateLines = new RegExp(
  `^[\\s\\p{P}\\p{S}]*(?:(?:${beginnings.join("|")})|(?:${wholeLines.join("|")})(?:[\\s\\p{P}\\p{S}]+(?:${wholeLines.join("|")}))*[\\s\\p{P}\\p{S}]*$)`,
  "iu",
);
