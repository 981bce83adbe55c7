/** Words by which agencies correct, replace, hold back or withdraw what they have sent. */
const words =
  /\b(?:correct(?:s|ed|ion)?|updat(?:e|es|ed|ing)|refil(?:e|es|ed|ing)|repeat(?:s|ed)?|kill(?:s|ed)?|withdr[ae]wn?|hold|embargo(?:ed)?|corrige[rsz]?|correction|annul\w*|berichtig\w*|korrektur|sperrfrist)\b|تصحيح|إلغاء|سحب|تحديث|исправ|аннулир/iu;

/** Whether a note or a code is about the fate of a story, rather than about pictures to come. Pure. */
export const isControl = (text: string | undefined): boolean => text !== undefined && words.test(text);
