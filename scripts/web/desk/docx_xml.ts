/** Elements of WordprocessingML that the library has no options for. */
import { ImportedXmlComponent } from "docx";

type Child = ImportedXmlComponent | null;

/** An element by its name without `w:`, its attributes too. A child that is null is left out. */
export function w(name: string, attributes: Record<string, string | number> = {}, ...children: Child[]): ImportedXmlComponent {
  const named = Object.keys(attributes).map((key) => [`w:${key}`, String(attributes[key])]);
  const node = new ImportedXmlComponent(`w:${name}`, Object.fromEntries(named));
  children.forEach((child) => child && node.push(child));
  return node;
}
