/**
 * Text of a spreadsheet <-> rows of cells. Our own reader, because what Excel and WPS put on the clipboard is no proper
 * CSV: a cell that merely begins with a quotation mark ("安康杯"参赛职工) comes unquoted, and swallows rows in others.
 */
export type Cells = string[];

export const MOST_TEXT = 100_000;
export const MOST_ROWS = 2_000;

/** Throws an Error whose message is meant for the reader. A quoted cell ends only where a cell can end. */
export function readSheet(text: string): Cells[] {
  if (text.length > MOST_TEXT) throw new Error(`内容太多（${text.length}字）；一次最多${MOST_TEXT}字，请只复制要填的几列`);
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const mark = /^[^\n]*\t/m.test(plain) ? "\t" : ",";
  const rows = readCells(plain, mark);
  if (rows.length > MOST_ROWS) throw new Error(`有${rows.length}行，太多；一次最多${MOST_ROWS}行`);
  return rows;
}

function readCells(text: string, mark: string): Cells[] {
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"(?=[${mark}\\n]|$)|([^${mark}\\n]*))(${mark}|\\n|$)`, "y");
  const rows: Cells[] = [[]];
  while (cell.lastIndex < text.length || rows[rows.length - 1].length) {
    const [, quoted, bare, end] = cell.exec(text)!;
    rows[rows.length - 1].push(tidy(quoted === undefined ? bare : quoted.replace(/""/g, '"')));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows.map(trimmed).filter((row, at) => row.length || at < rows.length - 1);
}

/** The apostrophe that guards a cell against being taken for a formula is no part of it. */
const tidy = (text: string): string => text.replace(/\u00a0/g, " ").trim().replace(/^'(?=[=+\-@])/, "");

function trimmed(row: Cells): Cells {
  const last = row.reduce((found, cell, at) => (cell ? at : found), -1);
  return row.slice(0, last + 1);
}

/** A cell that begins like a formula is shown as text by every spreadsheet program; a plain negative number is none. */
export const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? "'" + text : text);

export const toCsv = (rows: Cells[]): string => "\ufeff" + rows.map((row) => row.map(quote).join(",") + "\r\n").join("");

function quote(text: string): string {
  const safe = guard(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** For the clipboard: Excel and WPS put each cell where it belongs. */
export const toTsv = (rows: Cells[]): string => rows.map((row) => row.map((cell) => guard(cell.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\r\n");

/** A .csv as Excel, WPS or we save it. Throws an Error whose message is meant for the reader. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Error("这是 Excel 文件（.xlsx）；请在表格里选中要填的几列，复制后点“粘贴表格”，或另存为 .csv");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Error("这是旧版 Excel 文件（.xls）；请在表格里选中要填的几列，复制后点“粘贴表格”，或另存为 .csv");
  const wide = ({ "255,254": "utf-16le", "254,255": "utf-16be" } as Record<string, string>)[bytes.slice(0, 2).join()];
  for (const coding of wide ? [wide] : ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(coding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      // Not this one, then.
    }
  }
  throw new Error("这不是 .csv 文件，或者已经损坏");
}
