/** A file that the reader chose -> its text. What can't be read is said in a sentence that tells what to do. */
import { readDocx } from "./docx";

const MOST_BYTES = 30_000_000;
const MOST_TEXT = 2_000_000;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
const ZIP = [0x50, 0x4b];
const UTF16 = { "255,254": "utf-16le", "254,255": "utf-16be" } as Record<string, string>;
const COMMON = /[的一是了在和工会职有年为人]/;

const SAY = {
  large: "文件太大，读不了。请只留正文，另存一份再来。",
  long: "文字超过两百万字，请分成几份来查。",
  doc: "这是旧版的 .doc（或 .wps）文件，浏览器读不了。请用 Word 或 WPS 打开，点“另存为”，类型选 .docx，再来打开。",
  locked: "这个文件加了打开密码，读不了。请用 Word 或 WPS 打开，去掉密码，另存一份 .docx 再来。",
  pdf: "PDF 读不了。文字能选中的，请全选、复制，粘到下面；扫描件要先做文字识别，最好找 .docx 原稿。",
  damaged: "这个 .docx 打不开，可能没有下载完，或已经损坏。请用 Word 或 WPS 打开看看，另存一份再来。",
  other: "这个文件里没有 Word 正文，可能是表格、演示文稿或压缩包。请打开 .docx、.txt 或 .md。",
  binary: "这不是文字文件。请打开 .docx、.txt 或 .md；照片和扫描件要先做文字识别。",
  coding: "认不出这个文件的文字编码。请用记事本打开，“另存为”时编码选 UTF-8，再来打开。",
  empty: "这个文件里没有文字。照片和扫描件要先做文字识别。",
  unread: "没有读到这个文件，可能已被移走。请再选一次。",
};

export interface Opened {
  text: string;
  /** What the reader should know of it; mostly nothing. */
  note: string;
}

/** Throws an Error whose message is meant for the reader. */
export async function openFile(file: File): Promise<Opened> {
  if (file.size > MOST_BYTES) throw new Error(SAY.large);
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => fail(SAY.unread)));
  const { text, note } = starts(bytes, ZIP) ? fromDocx(bytes) : { text: fromText(bytes), note: "" };
  const plain = text.replace(/\r\n?/g, "\n");
  if (!plain.trim()) throw new Error(SAY.empty);
  if (plain.length > MOST_TEXT) throw new Error(SAY.long);
  return { text: plain, note };
}

function fail(message: string): never {
  throw new Error(message);
}

const starts = (bytes: Uint8Array, mark: number[]): boolean => mark.every((value, at) => bytes[at] === value);

function fromDocx(bytes: Uint8Array): Opened {
  let found;
  try {
    found = readDocx(bytes);
  } catch {
    throw new Error(SAY.damaged);
  }
  if (!found) throw new Error(SAY.other);
  return { text: found.text, note: found.numbered ? "Word 自动编的序号不在正文里，这里看不见，也没有查。" : "" };
}

function fromText(bytes: Uint8Array): string {
  if (starts(bytes, PDF)) throw new Error(SAY.pdf);
  if (starts(bytes, OLE)) throw new Error(isLocked(bytes) ? SAY.locked : SAY.doc);
  const wide = UTF16[bytes.slice(0, 2).join()];
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) throw new Error(SAY.binary);
  return decode(bytes, "utf-8") ?? guessed(bytes) ?? fail(SAY.coding);
}

/** Bytes may be right in both of the old codings: the one with the commoner words it is, as in `kb checkup`. */
function guessed(bytes: Uint8Array): string | null {
  const found = ["gb18030", "big5"].map((coding) => decode(bytes, coding)).filter((text): text is string => text !== null);
  const common = (text: string): number => text.split(COMMON).length;
  return found.sort((a, b) => common(b) - common(a))[0] ?? null;
}

/** Office keeps an encrypted document in a file of the old kind, under this name in two-byte letters. */
function isLocked(bytes: Uint8Array): boolean {
  return new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
}

function decode(bytes: Uint8Array, coding: string): string | null {
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
