/** Characters that Unicode has raised, and lowered: "¹" does not look like "1" beside another number. */
const plain = "0123456789+-−=()nix";
const forms = {
  sup: Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣ"),
  sub: Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢₓ"),
} as const;
const signs = { sup: "^", sub: "_" } as const;

/**
 * Returns a raised or lowered text for a field without marks: "6" in 10⁶ becomes "⁶", "st" in 21st stays, and what
 * Unicode has no characters for, such as "٢", gets a sign before it, so that no number is ever joined to another. Pure.
 */
export function raisedOrLowered(text: string, mark: keyof typeof forms): string {
  const words = text.trim();
  const isNumber = /[\p{N}+−=-]/u.test(words);
  const isLetter = /^[nix]$/.test(words);
  if (!isNumber && !isLetter) return text;
  const characters = Array.from(words, (character) => forms[mark][plain.indexOf(character)]);
  const isWhole = characters.every((character) => character !== undefined);
  return text.replace(words, () => (isWhole ? characters.join("") : `${signs[mark]}${words}`));
}
