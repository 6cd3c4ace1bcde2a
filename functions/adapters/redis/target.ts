import type { CacheScope } from '../../contracts/cache.ts';
import { newGeneration, stampOf } from './generations.ts';
import { generationKey } from './keys.ts';
import type { Answers } from './read-batch.ts';
import type { Wanted } from './wanted.ts';

/** A value together with the generations that it depends on: with these it may be read and stored. */
export class Target {
  readonly wanted: Wanted;
  readonly #generations: Map<CacheScope, string>;
  /** Scopes whose generations are proposals: Redis has none, or had none when it was asked. */
  readonly #proposed: Set<CacheScope>;
  #stamp: string;

  /** @param generations of each scope of the value */
  constructor(wanted: Wanted, generations: Map<CacheScope, string>, proposed: Set<CacheScope>) {
    this.wanted = wanted;
    this.#generations = generations;
    this.#proposed = proposed;
    this.#stamp = this.#makeStamp();
  }

  get stamp(): string {
    return this.#stamp;
  }

  /** Generations that have to be made before the value is loaded. */
  get proposals(): [CacheScope, string][] {
    return [...this.#proposed].map((scope) => [scope, this.#generationOf(scope)]);
  }

  /**
   * Takes over the generations that Redis has.
   * @returns whether they are those that were proposed
   */
  confirm(actual: ReadonlyMap<CacheScope, string>): boolean {
    const stamp = this.#stamp;
    for (const scope of this.#proposed) this.#generations.set(scope, actual.get(scope) ?? this.#generationOf(scope));
    this.#proposed.clear();
    this.#stamp = this.#makeStamp();
    return this.#stamp === stamp;
  }

  /** With other proposals: the first ones may have become generations since, and have been invalidated. */
  anew(): Target {
    const generations = new Map(this.#generations);
    for (const scope of this.#proposed) generations.set(scope, newGeneration());
    return new Target(this.wanted, generations, new Set(this.#proposed));
  }

  #makeStamp(): string {
    return stampOf(this.wanted.scopes, (scope) => this.#generationOf(scope));
  }

  #generationOf(scope: CacheScope): string {
    return this.#generations.get(scope) ?? '';
  }
}

/** @returns undefined when Redis has refused to tell a generation, or to delete one that should be */
export function targetOf(wanted: Wanted, answers: Answers): Target | undefined {
  if (!answers.areGood(wanted.scopes)) return undefined;
  const generations = new Map<CacheScope, string>();
  const proposed = new Set<CacheScope>();
  for (const scope of wanted.scopes) {
    const answer = answers.get(generationKey(scope));
    if (answer !== null && !Buffer.isBuffer(answer)) return undefined;
    if (answer === null) proposed.add(scope);
    generations.set(scope, answer?.toString() ?? answers.propose(scope));
  }
  return new Target(wanted, generations, proposed);
}
