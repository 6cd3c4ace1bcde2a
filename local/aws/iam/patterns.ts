/** Patterns of IAM: `*` stands for any text, also none, `?` for one character. */

/** Fields of an ARN: `arn:partition:service:region:account:resource`. */
const FIELDS = 6;

/** Takes time in proportion to pattern × text at worst, whatever the pattern. */
export function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  /** The last `*`, and how far the text goes that it stands for. */
  let star = -1;
  let covered = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      covered = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++covered;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/**
 * ARNs field by field: a wildcard stays within its field, except in the last one, the resource, where it also stands
 * for `:` and `/`. Only the pattern `*` fits what has no ARN, as requests for no resource in particular.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const patterns = arnFields(pattern);
  const fields = arnFields(arn);
  if (patterns === undefined || fields === undefined) return false;
  return patterns.every((part, index) => matchesPattern(part, fields[index] ?? ''));
}

/** @returns undefined for what is no ARN */
export function arnFields(arn: string): string[] | undefined {
  const parts = arn.split(':');
  if (parts[0] !== 'arn' || parts.length < FIELDS) return undefined;
  return [...parts.slice(0, FIELDS - 1), parts.slice(FIELDS - 1).join(':')];
}
