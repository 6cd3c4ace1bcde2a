import type { Clock } from '../../core/ports/clock.ts';

export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }
}
