/** Parts of a Word file that are written as they are: who made it and when is in none of them. */

interface Part {
  path: string;
  data: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const DUBLIN = "http://purl.org/dc/elements/1.1/";
const COMPATIBILITY = "http://schemas.microsoft.com/office/word";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export function core(title: string): Part {
  const data = `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}" xmlns:dc="${DUBLIN}"><dc:title>${escape(title)}</dc:title></cp:coreProperties>`;
  return { path: "docProps/core.xml", data };
}

/** Even and odd footers differ; punctuation is set as Chinese is. */
export function settingsPart(): Part {
  const mode = `<w:compatSetting w:name="compatibilityMode" w:uri="${COMPATIBILITY}" w:val="15"/>`;
  const data =
    `${HEAD}<w:settings xmlns:w="${MAIN}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>` +
    `<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>${mode}</w:compat>` +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';
  return { path: "word/settings.xml", data };
}
