/** The value below which a share `q` (0 to 1) of the numbers lies: nearest rank. @throws Error for no numbers */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  if (value === undefined) throw new Error('There is no quantile of no numbers');
  return value;
}
