/**
 * Blocks -> a Word file, the same bytes for the same blocks and settings. What it looks like is agreed with
 * scripts/kb/word (its __init__ says why); tests/test_word_writers.py compares the two.
 */
import spec from "kb-spec";
import { Document, Footer, Packer, type FileChild, type ImportedXmlComponent, type ISectionOptions } from "docx";
import { unzipSync, zipSync, type Zippable } from "fflate";
import type { Block } from "../blocks";
import { clean } from "./clean";
import { body } from "./docx_body";
import { core, settingsPart } from "./docx_parts";
import { styles } from "./docx_styles";
import { paragraph, run, text, w } from "./docx_xml";
import { lineText, pageNumberLook } from "./look";
import { mm, pt, type Settings } from "./settings";

const { layout } = spec;
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** The earliest date that a zip can name. */
const FIRST_DATE = "1980-01-01T00:00:00";

export async function docx(blocks: Block[], settings: Settings): Promise<Blob> {
  const title = blocks.filter((block) => block.kind === "title").map(lineText).join("");
  const document = new Document({
    styles: { importedStyles: styles(settings) },
    evenAndOddHeaderAndFooters: true,
    sections: [section(settings, body(blocks, settings))],
  });
  const packed = await Packer.toArrayBuffer(document, undefined, [core(clean(title)), settingsPart()]);
  return new Blob([undated(new Uint8Array(packed))], { type: TYPE });
}

function section(settings: Settings, children: FileChild[]): ISectionOptions {
  const { top, right, bottom, left } = settings.margins_mm;
  const below = mm(bottom) - mm(layout.page_number.below_mm) - Math.floor(pageNumberLook().pitch / 2);
  const margin = { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), header: Math.floor(mm(top) / 2), footer: below, gutter: 0 };
  const size = { width: mm(layout.paper.width_mm), height: mm(layout.paper.height_mm) };
  return {
    properties: { page: { size, margin }, grid: { type: "lines", linePitch: pt(settings.line_pitch_pt) } },
    footers: { default: pageNumber("right"), even: pageNumber("left") },
    children,
  };
}

/** — 1 — on the outer side, one character in. */
function pageNumber(side: "left" | "right"): Footer {
  const { before, after, side_chars, size_pt } = layout.page_number;
  const mark = (type: string): ImportedXmlComponent => run(w("fldChar", { fldCharType: type }));
  const code = run(w("instrText", { "xml:space": "preserve" }, " PAGE "));
  const indent = w("ind", { [`${side}Chars`]: side_chars * 100, [side]: pt(side_chars * size_pt) });
  const look = [w("pStyle", { val: "Footer" }), indent, w("jc", { val: side })];
  const runs = [run(text(before)), mark("begin"), code, mark("separate"), run(text("1")), mark("end"), run(text(after))];
  return new Footer({ children: [paragraph(look, runs)] });
}

/** The library stamps every part with the time of the day. */
function undated(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(packed))) parts[name] = [content, { mtime: FIRST_DATE }];
  return zipSync(parts) as Uint8Array<ArrayBuffer>;
}
