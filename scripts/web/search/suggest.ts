/** What is near a query that finds little: all terms on one page, another word for the theme, a term less, a word cut in two. */
import { candidates } from "./candidates";
import { hit, hits, open, verified } from "./engine";
import type { Index } from "./index";
import { has } from "./lists";
import { parse, type Term } from "./query";
import type { Hit, Options } from "./types";

const EACH = 3;
const MOST = 8;
/** So many sections of the rarest term are looked at for others of the same page. */
const PAGES = 40;
/** Longer words are not taken apart. */
const LONGEST = 20;

/** Near ones; a section that has all terms is none of them. */
export async function near(query: string, options: Options): Promise<Hit[]> {
  const index = await open();
  const terms = parse(query, index.fold);
  if (!terms.length) return [];
  const limit = options.limit === undefined ? MOST : options.limit;
  const whole = (one: Hit) => terms.every((term) => one.lines.some((line) => index.fold(line.text).includes(term.text)));
  const seen = new Set<string>();
  const found: Hit[] = [];
  for (const way of [samePage, byTheme, fewerTerms, cutInTwo]) {
    if (found.length >= limit) break;
    for (const one of await way(index, terms, options)) {
      if (seen.has(one.url) || whole(one)) continue;
      seen.add(one.url);
      found.push(one);
    }
  }
  return found.slice(0, limit);
}

type Way = (index: Index, terms: Term[], options: Options) => Promise<Hit[]>;

/** All terms on one page, though in several sections. */
const samePage: Way = async (index, terms, options) => {
  if (terms.length < 2 || terms.length > MOST) return [];
  const each = await Promise.all(terms.map((term) => candidates(index, [term], options, true)));
  const rarest = each.indexOf(each.reduce((a, b) => (b.order.length < a.order.length ? b : a)));
  const others = each.filter((_, i) => i !== rarest).map((one) => Int32Array.from(one.order).sort());
  const found: Hit[] = [];
  const few = { order: each[rarest].order.slice(0, PAGES), exact: each[rarest].exact };
  for await (const [number, text] of verified(index, [terms[rarest]], few)) {
    if (!others.every((list) => Array.from(text.same).some((one) => has(list, one)))) continue;
    if (!(await onPage(index, Array.from(text.same), terms))) continue;
    found.push({ ...hit(index, number, text, terms), why: "同一篇里有这些词，不在一段" });
    if (found.length === EACH) break;
  }
  return found;
};

async function onPage(index: Index, same: number[], terms: Term[]): Promise<boolean> {
  const texts = await index.read(same);
  return terms.every((term) => texts.some((text) => text.folded.some((line) => line.includes(term.text))));
}

/** Sections of the theme that a term is another word for: 送温暖 is 帮扶. */
const byTheme: Way = async (index, terms, options) => {
  const words = terms.map((term) => term.text).filter((text) => text.length > 1);
  const themes = index.manifest.themes.filter(([, ...names]) => words.some((word) => names.some((name) => name.includes(word) || word.includes(name))));
  const found: Hit[] = [];
  for (const [key, name] of themes.slice(0, 2)) {
    if (options.theme && options.theme !== key) continue;
    const order = (await candidates(index, [], { ...options, theme: key }, false)).order.slice(0, EACH);
    const texts = await index.read(order);
    texts.forEach((text, i) => found.push({ ...hit(index, order[i], text, terms), why: `同一主题：${name}` }));
  }
  return found;
};

/** With one term left out, the last first: it was typed to narrow. */
const fewerTerms: Way = async (_index, terms, options) => {
  if (terms.length < 2 || terms.length > MOST) return [];
  const found: Hit[] = [];
  for (let i = terms.length - 1; i >= 0 && found.length < MOST; i--) {
    const rest = terms.filter((_, n) => n !== i).map((term) => quoted(term.text)).join(" ");
    const some = await hits(rest, { ...options, limit: EACH }, true);
    found.push(...some.map((one) => ({ ...one, why: `不含“${terms[i].text}”` })));
  }
  return found;
};

/** 工会经费收缴 as 工会经费 and 收缴: the most even cut whose parts stand in one section, else the longest part there is. */
const cutInTwo: Way = async (_index, terms, options) => {
  const letters = terms.length === 1 ? Array.from(terms[0].text) : [];
  if (letters.length < 3 || letters.length > LONGEST) return [];
  const places = letters.slice(1).map((_, i) => i + 1);
  places.sort((a, b) => Math.abs(a - letters.length / 2) - Math.abs(b - letters.length / 2));
  const cuts = places.map((place) => [letters.slice(0, place).join(""), letters.slice(place).join("")]);
  const parts = letters.flatMap((_, i) => [letters.slice(0, -i).join(""), letters.slice(i).join("")]);
  const tries = [...cuts, ...parts.filter((part) => part.length > 1 && part.length < letters.length).map((part) => [part])];
  for (const words of tries) {
    const some = await hits(words.map(quoted).join(" "), { ...options, limit: EACH }, true);
    if (some.length) return some.map((one) => ({ ...one, why: words.length > 1 ? `分开查：${words.join(" ")}` : `只查：${words[0]}` }));
  }
  return [];
};

const quoted = (text: string): string => (text.includes(" ") ? `"${text}"` : text);
