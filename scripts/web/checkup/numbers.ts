/** Check digits of numbers that belong to persons. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function isIdentityNumber(written: string): boolean {
  const total = WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(written[place]), 0);
  return "10X98765432"[total % 11] === written[17]?.toUpperCase();
}

export function isBankCard(written: string): boolean {
  const digits = Array.from(written.replace(/[^0-9]/g, ""), Number).reverse();
  const counted = digits.map((d, place) => (place % 2 === 0 ? d : d > 4 ? d * 2 - 9 : d * 2));
  return counted.reduce((sum, d) => sum + d, 0) % 10 === 0;
}
