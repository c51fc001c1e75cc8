/** The text of a .docx, read in the browser: paragraphs as lines, the cells of a table's row parted by tabs. */
import { strFromU8, unzipSync } from "fflate";

const MAIN = "word/document.xml";
/** Far more than any text; a zip that unpacks to more is no document but a trap. */
const MOST_XML = 60_000_000;
/** Deleted words, field codes, and the second copy of a text box for old programs. */
const LEFT_OUT = new Set(["del", "instrText", "delText", "Fallback", "moveFrom"]);
const AS_TEXT: Record<string, string> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

export interface Document {
  text: string;
  /** Whether enumerators are made by Word itself: they are no text and can't be checked. */
  numbered: boolean;
}

/** Returns null when this is a zip without a Word text in it. Throws when the file is damaged. */
export function readDocx(bytes: Uint8Array): Document | null {
  const files = unzipSync(bytes, { filter: (file) => file.name === MAIN && file.originalSize <= MOST_XML });
  const found = files[MAIN];
  if (!found) return null;
  const xml = new DOMParser().parseFromString(strFromU8(found), "application/xml");
  if (xml.getElementsByTagName("parsererror").length) throw new Error("not XML");
  const body = Array.from(xml.documentElement.children).find((node) => node.localName === "body");
  if (!body) throw new Error("no body");
  return { text: lines(body).join("\n"), numbered: xml.getElementsByTagNameNS("*", "numPr").length > 0 };
}

function lines(parent: Element): string[] {
  return Array.from(parent.children).flatMap((node) => {
    if (LEFT_OUT.has(node.localName)) return [];
    if (node.localName === "p") return runs(node).split("\n");
    if (node.localName === "tr") return [cells(node)];
    return lines(node);
  });
}

function cells(row: Element): string {
  const found = Array.from(row.children).filter((node) => node.localName === "tc");
  return found.map((cell) => lines(cell).join("\n")).join("\t");
}

function runs(parent: Element): string {
  return Array.from(parent.children, (node) => {
    if (LEFT_OUT.has(node.localName)) return "";
    if (node.localName === "t") return node.textContent || "";
    return AS_TEXT[node.localName] ?? runs(node);
  }).join("");
}
