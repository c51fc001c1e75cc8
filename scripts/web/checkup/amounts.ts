/** Figures of a text as exact whole numbers of a ten-thousandth, so that both engines compute the same. */

export const ONE = 10_000n;
export const TIMES: Record<string, bigint> = { "": 1n, 万: 10_000n, 亿: 100_000_000n };

export class Amount {
  constructor(
    readonly digits: string,
    readonly times = "",
    readonly unit = "",
  ) {}

  /** The value in ten-thousandths. */
  get value(): bigint {
    const [whole, part = ""] = this.digits.split(".");
    return (BigInt(whole as string) * ONE + BigInt(`${part}0000`.slice(0, 4))) * (TIMES[this.times] as bigint);
  }

  get decimals(): number {
    return this.digits.split(".")[1]?.length ?? 0;
  }

  /** The value in steps of the last decimal that is written. */
  get steps(): bigint {
    return BigInt(this.digits.replace(".", ""));
  }

  /** The value of one in the last decimal that is written. */
  get step(): bigint {
    return (ONE * (TIMES[this.times] as bigint)) / 10n ** BigInt(this.decimals);
  }

  /** How far a figure that is rounded in 万 or 亿 may be off: half of its last decimal. */
  get rough(): bigint {
    return this.times && this.decimals ? this.step / 2n : 0n;
  }

  get shown(): string {
    return this.digits + this.times + this.unit;
  }
}

/** Return part ÷ whole in steps of a percentage's last decimal, rounded half up. */
export function percent(part: bigint, whole: bigint, decimals: number): bigint {
  return (part * 100n * 10n ** BigInt(decimals) * 2n + whole) / (whole * 2n);
}

/** Return steps of the last decimal as a decimal number. */
export function withDecimals(steps: bigint, decimals: number): string {
  if (!decimals) return String(steps);
  const digits = String(steps).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Return a value in ten-thousandths with 万 and unit of another figure. */
export function written(value: bigint, like: Amount): string {
  const size = ONE * (TIMES[like.times] as bigint);
  const digits = withDecimals((value * ONE) / size, 4).replace(/0+$/, "").replace(/\.$/, "");
  return digits + like.times + like.unit;
}

/** Return the figures of a match of {n} and {u} in turn, three groups each. */
export function amounts(match: RegExpMatchArray): Amount[] {
  const found: Amount[] = [];
  for (let place = 1; place < match.length; place += 3)
    found.push(new Amount(match[place] ?? "0", match[place + 1] ?? "", match[place + 2] ?? ""));
  return found;
}

/** Return the first figure of a match. */
export function first(match: RegExpMatchArray): Amount {
  return new Amount(match[1] as string, match[2] ?? "");
}

export function distance(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}
