import { v7 } from 'uuid';
import type { IdGenerator } from '../../core/ports/clock.ts';

/** Ids of one process are in order even within a millisecond and when its clock steps back. */
export class UuidV7Generator implements IdGenerator {
  next(): string {
    return v7();
  }
}
