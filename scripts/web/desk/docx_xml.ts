/** Elements of WordprocessingML that the library has no options for. */
import { ImportedXmlComponent, type Paragraph, type TextRun } from "docx";

type Child = ImportedXmlComponent | TextRun | string | null;

/** An element by its name without `w:`, its attributes too unless they say another. A child that is null is left out. */
export function w(name: string, attributes: Record<string, string | number> = {}, ...children: Child[]): ImportedXmlComponent {
  const named = Object.keys(attributes).map((key) => [key.includes(":") ? key : `w:${key}`, String(attributes[key])]);
  const node = new ImportedXmlComponent(`w:${name}`, Object.fromEntries(named));
  children.forEach((child) => child && node.push(child as ImportedXmlComponent));
  return node;
}

/** A paragraph whose properties are given in the order of the schema. The library's own has no indents in characters. */
export function paragraph(properties: Child[], runs: Child[]): Paragraph {
  return w("p", {}, w("pPr", {}, ...properties), ...runs) as unknown as Paragraph;
}

/** Text with nothing but its style's look. */
export const run = (...children: Child[]): ImportedXmlComponent => w("r", {}, ...children);

export const text = (of: string): ImportedXmlComponent => w("t", { "xml:space": "preserve" }, of);
