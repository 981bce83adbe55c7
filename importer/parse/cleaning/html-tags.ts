/** Elements that begin and end a line of their own, so that the words before and after them are apart. */
const apart =
  "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead title tr ul";
/** Elements within a line. */
const inline =
  "a abbr acronym b bdi bdo big button cite code data del dfn em font i input ins kbd label mark meta q s samp script small span strike strong style sub sup time tt u var wbr";
/** Elements that stand for something else than text. */
const embedded = "audio embed iframe img object picture source svg video";
const empty = "br embed hr img input meta source wbr";

const named = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Names of HTML elements that separate the words around them. */
export const apartNames: ReadonlySet<string> = named(`${apart} ${embedded}`);
/** Names of HTML elements that have no end tag. */
export const emptyNames: ReadonlySet<string> = named(empty);
/** Names of all HTML elements that stories may have. */
export const htmlNames: ReadonlySet<string> = named(`${apart} ${embedded} ${inline}`);
