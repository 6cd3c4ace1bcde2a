import { ACTIVE_BATCH, ACTIVE_TASK } from '../../contracts/tables.ts';

/** Conditions that several stores share, spelled as `updateOf` takes them. */
export const EXISTS = 'attribute_exists(#pk)';

/** The task has neither ended nor been deleted. Needs `ACTIVE_VALUES`, or `ACTIVE_BATCH_VALUES`. */
export const IS_ACTIVE = '#active = :active';
export const ACTIVE_VALUES = { active: ACTIVE_TASK };
export const ACTIVE_BATCH_VALUES = { active: ACTIVE_BATCH };
