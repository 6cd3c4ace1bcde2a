/** A value is refreshed once it is older than about this share of its lifetime. */
const SOFT_SHARE = 0.75;

export type Lifetime = {
  /** Redis forgets it after this, ms. Never longer than what is configured. */
  hardMs: number;
  /** It is refreshed after this, ms. */
  softMs: number;
};

/**
 * How long a value lives, a little different each time, so that what was stored together does not expire together: hard
 * 90-100 % of the lifetime, soft 70-80 % of that.
 * @param random in [0, 1)
 */
export function lifetimeOf(lifetimeSeconds: number, random: () => number = Math.random): Lifetime {
  const hardMs = Math.ceil(lifetimeSeconds * 1_000 * (0.9 + 0.1 * random()));
  return { hardMs, softMs: Math.floor(hardMs * (SOFT_SHARE - 0.05 + 0.1 * random())) };
}
