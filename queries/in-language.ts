/** GROQ filter of what is in a language, whatever its region or script: `ar-EG` is in `ar`, and `ar` is not in `ar-EG`. */
export const inLanguage = /* groq */ `(language == $language || string::startsWith(language, $language + "-"))`;
