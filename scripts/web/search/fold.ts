/** Which characters count as the same: as kb.publish.search.fold does it when the index is built. */
const BLANKS = /[\s\x1c-\x1f\x85]+/g;

export type Fold = (text: string) => string;

/** `pairs` are traditional characters, each followed by the simplified one that the site's texts use. */
export function folding(pairs: string): Fold {
  const table = new Map<string, string>();
  const letters = Array.from(pairs);
  for (let i = 0; i + 1 < letters.length; i += 2) table.set(letters[i], letters[i + 1]);
  const traditional = table.size ? new RegExp(`[${Array.from(table.keys()).join("")}]`, "gu") : null;
  return (text) => {
    const plain = text.normalize("NFKC").toLowerCase().replace(BLANKS, " ").trim();
    return traditional ? plain.replace(traditional, (letter) => table.get(letter) as string) : plain;
  };
}

const known = new WeakMap<Fold, Map<string, string>>();

/** One character as it is compared. */
function letterOf(letter: string, fold: Fold): string {
  const letters = known.get(fold) || new Map<string, string>();
  known.set(fold, letters);
  let found = letters.get(letter);
  if (found === undefined) letters.set(letter, (found = letter === " " ? letter : fold(letter)));
  return found;
}

/** A folded text whose every UTF-16 unit knows where it stood before. Null where folding one by one gives another text. */
export function folded(text: string, fold: Fold): { text: string; places: number[] } | null {
  const places: number[] = [];
  let result = "";
  let at = 0;
  for (const letter of text) {
    const one = letterOf(letter, fold);
    for (let i = 0; i < one.length; i++) places.push(at);
    result += one;
    at += letter.length;
  }
  places.push(at);
  return result === fold(text) ? { text: result, places } : null;
}
