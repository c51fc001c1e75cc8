/** What XML cannot hold. */
const IMPOSSIBLE = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as a Word file can hold it: on one line, without control characters. */
export const clean = (text: string): string => text.replace(/[\t\n\r]+/g, " ").replace(IMPOSSIBLE, "");
