/** The written form of what a reader filled in, the same in the browser's storage and in a file. */
export type Values = Map<string, string>;

export const MAX_LENGTH = 60;

export function toJson(values: Values, labels?: Record<string, string>): string {
  const data = { kb: 1, values: Object.fromEntries(values), labels };
  return JSON.stringify(data, null, labels ? 1 : 0);
}

/** Reads the form; throws an Error whose message is meant for the reader. Takes all of it or nothing. */
export function fromJson(text: string): Values {
  const data = parse(text);
  if (!isObject(data) || !("kb" in data)) throw new Error("这不是本网站保存的数据文件");
  if (data.kb !== 1) throw new Error("这个文件的版本本页不认识");
  if (!isObject(data.values)) throw new Error("文件已损坏");
  const entries = Object.entries(data.values);
  if (!entries.every(([, value]) => isValue(value))) throw new Error("文件已损坏，或有超过60字、多行的内容");
  return new Map(entries as [string, string][]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(thing: unknown): thing is Record<string, unknown> {
  return typeof thing === "object" && thing !== null && !Array.isArray(thing);
}

function isValue(thing: unknown): boolean {
  return typeof thing === "string" && thing.length <= MAX_LENGTH && !/[\r\n\u2028\u2029]/.test(thing);
}
