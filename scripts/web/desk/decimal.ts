/** Exact decimals that print as Python's do: what `kb check` says of figures the desk says in the same words. */
export interface Decimal {
  /** The sign apart: Python keeps that of -0. */
  minus: boolean;
  digits: bigint;
  /** How many of the digits stand after the point. */
  places: number;
}

const power = (n: number): bigint => 10n ** BigInt(n);
const signed = (d: Decimal): bigint => (d.minus ? -d.digits : d.digits);

/** Only plain figures are numbers: no 1,200, no １２, no 1e5. */
export function parse(text: string): Decimal | null {
  const found = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!found) return null;
  const after = found[3] || "";
  return { minus: !!found[1], digits: BigInt(found[2] + after), places: after.length };
}

export const whole = (value: number): Decimal => parse(String(value))!;
export const isZero = (d: Decimal): boolean => d.digits === 0n;

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const sum = signed(a) * power(places - a.places) + signed(b) * power(places - b.places);
  return { minus: sum < 0n, digits: sum < 0n ? -sum : sum, places };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { minus: a.minus !== b.minus, digits: a.digits * b.digits, places: a.places + b.places };
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const left = signed(a) * power(b.places);
  const right = signed(b) * power(a.places);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a÷b to so many places, rounded half up. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  const above = a.digits * power(b.places + places);
  const below = b.digits * power(a.places);
  return { minus: a.minus !== b.minus, digits: (2n * above + below) / (2n * below), places };
}

/** As Python prints a Decimal, tiny ones as 1E-7. */
export function show(d: Decimal): string {
  const digits = String(d.digits);
  const exponent = digits.length - 1 - d.places;
  if (d.places === 0 || exponent >= -6) return plain(d);
  const tail = digits.length > 1 ? "." + digits.slice(1) : "";
  return (d.minus ? "-" : "") + digits[0] + tail + "E" + exponent;
}

function plain(d: Decimal): string {
  const digits = String(d.digits).padStart(d.places + 1, "0");
  const point = digits.length - d.places;
  return (d.minus ? "-" : "") + digits.slice(0, point) + (d.places ? "." + digits.slice(point) : "");
}

/** Without zeros at the end: 12.50 is 12.5, 100.0 is 100. */
export function short(d: Decimal): string {
  const text = plain(d);
  return d.places ? text.replace(/\.?0+$/, "") : text;
}
