/** Numbers that repeat from run to run, 0 to below 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Picks out of `items` by Zipf's law with exponent 1: the second half as often as the first, the third a third as often.
 * @throws RangeError for an empty list
 */
export function zipf<T>(items: readonly T[], random: () => number): () => T {
  let sum = 0;
  const sums = items.map((_, i) => {
    sum += 1 / (i + 1);
    return sum;
  });
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return at(items, low);
  };
}

/** @throws RangeError when there is no such item */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no item ${index} of ${items.length}`);
  return item;
}
