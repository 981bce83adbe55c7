/** What a line of a message is by its form alone, and where in the message such lines stand. */
interface LineForm {
  readonly name: string;
  readonly of: "keywords" | "sub-headline" | "notebook" | "end" | "signature";
  readonly looksLike: RegExp;
  readonly examples: readonly string[];
}

/** Tried in this order. */
export const lineForms: readonly LineForm[] = [
  {
    name: "slashes",
    of: "keywords",
    looksLike: /^[^\s/](?:[^/]*[^\s/])?(?:\/[^\s/](?:[^/]*[^\s/])?)*\/$|^[^\s/]+(?:\/[^\s/]+)+$/u,
    examples: ["Coast-transport/", "Verkehr/Küste/", "Transport/Fähre/Küste", "Sea ice/Research/"],
  },
  {
    name: "label-of-second-headline",
    of: "sub-headline",
    looksLike: /^(?:Utl|Untertitel|Subhead|Sous-titre|Underrubrik)\s?\.?:\s*/iu,
    examples: ["Utl.: Zwei ältere Schiffe kehren zurück"],
  },
  {
    name: "heading-of-notes",
    of: "notebook",
    looksLike: /^#{1,4}\s*\S/u,
    examples: ["# Notebook", "## Editorial contacts"],
  },
  {
    name: "not-for-publication",
    of: "notebook",
    looksLike:
      /not (?:intended )?for publication|nicht (?:zur|für die) Veröffentlichung|ne (?:sont|pas) (?:pas )?destinée?s à (?:la publication|être publiée?s)|ikke (?:til|beregnet til|for) (?:offentliggørelse|publisering)|ej för publicering|no (?:son )?para (?:su )?publicación|non destinat[eio] alla pubblicazione/iu,
    examples: [
      "* * * *   The following information is not intended for publication",
      "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
      "Følgende oplysninger er ikke beregnet til offentliggørelse",
    ],
  },
  {
    name: "end-of-message",
    of: "end",
    looksLike: /^(?:N{4,}|[[(]?(?:EOM|END)[\])]?|\+{3,}|-{3,}|={3,}|\*{3,})$/u,
    examples: ["NNNN", "(END)", "+++"],
  },
  {
    name: "end-and-initials",
    of: "end",
    looksLike: /^[([]\p{L}{3,12}[)\]](?:\s+\p{L}{2,4}(?:\/\p{L}{2,4})*)?(?:\s*\*+)?$/u,
    examples: ["(Schluss) kel/rov", "(ENDS) abc"],
  },
  {
    name: "agency-and-codes",
    of: "signature",
    looksLike: /^\p{Ll}{2,5}(?:[/-]\p{Ll}{2,4})*(?:\s+(?:\p{Ll}{1,4}\d?|\d{3,6})){1,5}$/u,
    examples: ["nwa ka yyzz n1 mo", "nwa/kel 061302"],
  },
];
