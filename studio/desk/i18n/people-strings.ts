import { defineLocaleResourceBundle } from "sanity";
import { deskNamespace } from "./desk-namespace.ts";

const english = {
  "people.who-are-you": "Who are you?",
  "people.about-me": "About me",
  "people.what-for":
    "Your name stands beside what you change, and shows others where you are. There is no password, and nothing leaves this machine.",
  "people.been-here": "I have been here before",
  "people.somebody-else": "I am somebody else",
  "people.new-here": "I am new here",
  "people.name": "Name",
  "people.color": "Colour",
  "people.start": "Start",
  "people.save": "Save",
  "people.later": "Later",
  "people.name-taken": "Somebody here has this name. Choose yourself from the list, or another name.",
  "people.name-unfit": "A name needs a letter, and no more than 60 characters.",
  "people.failed": "This could not be saved: {{reason}}",
  "people.color.red": "Red",
  "people.color.orange": "Orange",
  "people.color.olive": "Olive",
  "people.color.green": "Green",
  "people.color.teal": "Teal",
  "people.color.blue": "Blue",
  "people.color.indigo": "Indigo",
  "people.color.purple": "Purple",
  "people.color.pink": "Pink",
  "people.color.brown": "Brown",
} as const;

/** The name of a string that the screens of people show. */
export type PeopleString = keyof typeof english;

const arabic: Readonly<Record<PeopleString, string>> = {
  "people.who-are-you": "من أنت؟",
  "people.about-me": "عنّي",
  "people.what-for":
    "يظهر اسمك بجانب ما تغيّره، ويرى الآخرون أين تعمل. لا كلمة مرور هنا، ولا يغادر شيء هذا الجهاز.",
  "people.been-here": "عملتُ هنا من قبل",
  "people.somebody-else": "أنا شخص آخر",
  "people.new-here": "أنا جديد هنا",
  "people.name": "الاسم",
  "people.color": "اللون",
  "people.start": "ابدأ",
  "people.save": "حفظ",
  "people.later": "لاحقًا",
  "people.name-taken": "هذا الاسم لشخص آخر هنا. اختر نفسك من القائمة، أو اكتب اسمًا غيره.",
  "people.name-unfit": "يجب أن يحتوي الاسم على حرف واحد على الأقل، وألا يزيد على 60 حرفًا.",
  "people.failed": "تعذّر الحفظ: {{reason}}",
  "people.color.red": "أحمر",
  "people.color.orange": "برتقالي",
  "people.color.olive": "زيتوني",
  "people.color.green": "أخضر",
  "people.color.teal": "أزرق مخضرّ",
  "people.color.blue": "أزرق",
  "people.color.indigo": "نيلي",
  "people.color.purple": "بنفسجي",
  "people.color.pink": "وردي",
  "people.color.brown": "بنّي",
};

/** What Studio calls "Sign out": without a login, that is where one says who one is. */
const signOut = "user-menu.action.sign-out";

/** The strings of the screens of people, and that of Studio's user menu which leads to them. */
export const peopleBundles = [
  defineLocaleResourceBundle({ locale: "en-US", namespace: deskNamespace, resources: english }),
  defineLocaleResourceBundle({ locale: "ar", namespace: deskNamespace, resources: arabic }),
  defineLocaleResourceBundle({
    locale: "en-US",
    namespace: "studio",
    resources: { [signOut]: "Name and person" },
  }),
  defineLocaleResourceBundle({ locale: "ar", namespace: "studio", resources: { [signOut]: "الاسم والشخص" } }),
];
