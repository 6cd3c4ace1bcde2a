/** Marks values of resources that have no local meaning, so that one that ends up where it matters is noticed. */
export const UNAVAILABLE = 'not-available-locally:';

/** @returns the value of an attribute (or of `Ref`) of such a resource. */
export const unavailable = (logicalId: string, attribute: string): string => `${UNAVAILABLE}${logicalId}.${attribute}`;
