/** The styles of a Word file: Word's own ids and names, so that its navigation pane and gallery know them. */
import spec from "kb-spec";
import { type ImportedXmlComponent } from "docx";
import { w } from "./docx_xml";
import { cellLook, look, pageNumberLook, type Look, type StyleName } from "./look";
import { pt, type Settings } from "./settings";

const { layout } = spec;
const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"];
const LEVELS = [1, 2, 3, 4];
/** What a cell has on its left and right, in twips, as Word's own tables. */
const CELL_MARGINS = { top: 0, left: 108, bottom: 0, right: 108 };

interface More {
  /** With the next paragraph. */
  keep?: boolean;
  outline?: number;
  /** Off: LibreOffice would give a line that is higher than the grid's two of them. */
  grid?: boolean;
  custom?: boolean;
}

export function styles(settings: Settings): ImportedXmlComponent[] {
  const of = (name: StyleName): Look => look(name, settings);
  return [
    defaults(of("body")),
    paragraph("Normal", "Normal", of("body")),
    ...builtIn(),
    paragraph("Title", "Title", of("title"), { keep: true, grid: false }),
    ...LEVELS.map((level) => paragraph(`Heading${level}`, `heading ${level}`, of(`heading${level}` as StyleName), { keep: true, outline: level })),
    paragraph("Signature", "Signature", of("signature")),
    paragraph("TableText", "表格文字", cellLook(false, settings), { custom: true, grid: false }),
    paragraph("TableHead", "表头", cellLook(true, settings), { custom: true, grid: false }),
    paragraph("Footer", "footer", pageNumberLook(), { grid: false }),
    tableGrid(),
  ];
}

function defaults(body: Look): ImportedXmlComponent {
  const language = w("lang", { val: "en-US", eastAsia: "zh-CN", bidi: "ar-SA" });
  return w("docDefaults", {}, w("rPrDefault", {}, w("rPr", {}, fonts(body), language)), w("pPrDefault"));
}

function builtIn(): ImportedXmlComponent[] {
  const hidden = (type: string, id: string, name: string, more: ImportedXmlComponent | null, last = 99): ImportedXmlComponent =>
    w("style", { type, default: 1, styleId: id }, w("name", { val: name }), w("uiPriority", { val: last }), w("semiHidden"), more);
  const margins = Object.entries(CELL_MARGINS).map(([side, width]) => w(side, { w: width, type: "dxa" }));
  const table = w("tblPr", {}, w("tblInd", { w: 0, type: "dxa" }), w("tblCellMar", {}, ...margins));
  return [
    hidden("character", "DefaultParagraphFont", "Default Paragraph Font", null, 1),
    hidden("table", "TableNormal", "Normal Table", table),
    hidden("numbering", "NoList", "No List", null),
  ];
}

/** All but Normal are based on it. */
function paragraph(id: string, name: string, one: Look, more: More = {}): ImportedXmlComponent {
  const normal = id === "Normal";
  const kind: Record<string, number> = normal ? { default: 1 } : more.custom ? { customStyle: 1 } : {};
  return w(
    "style",
    { type: "paragraph", ...kind, styleId: id },
    w("name", { val: name }),
    normal ? null : w("basedOn", { val: "Normal" }),
    more.keep ? w("next", { val: "Normal" }) : null,
    w("qFormat"),
    properties(one, normal, more),
    w("rPr", {}, fonts(one), w("spacing", { val: one.spacing }), w("sz", { val: Math.round(one.size_pt * 2) }), w("szCs", { val: Math.round(one.size_pt * 2) })),
  );
}

/** In the order of the schema. */
function properties(one: Look, normal: boolean, more: More): ImportedXmlComponent {
  const { keep, outline, grid = true } = more;
  return w(
    "pPr",
    {},
    keep ? w("keepNext") : null,
    normal ? w("widowControl", { val: 0 }) : null,
    grid ? null : w("snapToGrid", { val: 0 }),
    w("spacing", { before: one.before, after: one.after, line: one.pitch, lineRule: "exact" }),
    indent(one),
    w("jc", { val: one.align === "justify" ? "both" : one.align }),
    outline ? w("outlineLvl", { val: outline - 1 }) : null,
  );
}

/** In characters, which Word and WPS follow, and in twips for all others. */
function indent({ left, indent: first, size_pt }: Look): ImportedXmlComponent {
  return w("ind", { leftChars: left * 100, left: pt(left * size_pt), firstLineChars: first * 100, firstLine: pt(first * size_pt) });
}

/** The fonts of all four kinds of script; one that is left out Word takes from elsewhere. */
const fonts = ({ font, latin }: Look): ImportedXmlComponent => w("rFonts", { ascii: latin, eastAsia: font, hAnsi: latin, cs: latin });

/** Single lines around every cell; their width is given in eighths of a point. */
function tableGrid(): ImportedXmlComponent {
  const size = Math.round(layout.table.border_pt * 8);
  const lines = SIDES.map((side) => w(side, { val: "single", sz: size, space: 0, color: "auto" }));
  const name = w("name", { val: "Table Grid" });
  return w("style", { type: "table", styleId: "TableGrid" }, name, w("basedOn", { val: "TableNormal" }), w("tblPr", {}, w("tblBorders", {}, ...lines)));
}
