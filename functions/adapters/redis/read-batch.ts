import type { CacheScope } from '../../contracts/cache.ts';
import type { RedisConnection } from './connection.ts';
import { newGeneration } from './generations.ts';
import type { Invalidations } from './invalidations.ts';
import type { RedisCommand } from './link.ts';

/** What Redis answered to those who asked side by side. */
export class Answers {
  readonly #answers: ReadonlyMap<string, unknown>;
  readonly #refused: ReadonlySet<CacheScope>;
  readonly #proposals = new Map<CacheScope, string>();

  /** @param refused scopes that could not be invalidated ahead of these answers */
  constructor(answers: ReadonlyMap<string, unknown>, refused: ReadonlySet<CacheScope>) {
    this.#answers = answers;
    this.#refused = refused;
  }

  /** Whether what depends on these scopes may be used. */
  areGood(scopes: readonly CacheScope[]): boolean {
    return this.#refused.size === 0 || !scopes.some((scope) => this.#refused.has(scope));
  }

  /** @returns a Buffer, null where there is nothing, or an Error */
  get(key: string): unknown {
    return this.#answers.get(key);
  }

  /** A generation for a scope that has none: the same for all who asked, so that they load one value together. */
  propose(scope: CacheScope): string {
    const proposal = this.#proposals.get(scope) ?? newGeneration();
    this.#proposals.set(scope, proposal);
    return proposal;
  }
}

type Batch = { keys: Set<string>; notes: RedisCommand[]; answers: Promise<Answers> };

/**
 * Reads of one turn of the event loop go out as one pipeline, each key once: whoever reads side by side (and depends on the
 * same generations) shares a round trip. What waits to be invalidated goes ahead of them.
 */
export class ReadBatches {
  readonly #connection: RedisConnection;
  readonly #invalidations: Invalidations;
  #next: Batch | undefined;

  constructor(connection: RedisConnection, invalidations: Invalidations) {
    this.#connection = connection;
    this.#invalidations = invalidations;
  }

  /**
   * @param notes commands that are sent along, whose answers nobody wants
   * @throws CacheUnavailable
   */
  read(keys: Iterable<string>, notes: readonly RedisCommand[]): Promise<Answers> {
    this.#next ??= this.#begin();
    for (const key of keys) this.#next.keys.add(key);
    this.#next.notes.push(...notes);
    return this.#next.answers;
  }

  #begin(): Batch {
    // Ticks come after all promises that are settled by now, and so after all reads that follow from them.
    const turn = new Promise<void>((resolve) => queueMicrotask(() => process.nextTick(resolve)));
    const batch: Batch = { keys: new Set(), notes: [], answers: turn.then(() => this.#send(batch)) };
    return batch;
  }

  async #send(batch: Batch): Promise<Answers> {
    this.#next = undefined;
    const { commands, confirm } = this.#invalidations.take();
    const keys = [...batch.keys];
    const ahead = commands.length + batch.notes.length;
    const answers = await this.#connection.run([
      ...commands,
      ...batch.notes,
      ...keys.map((key): RedisCommand => ['GET', key]),
    ]);
    return new Answers(new Map(keys.map((key, i) => [key, answers[ahead + i]])), confirm(answers));
  }
}
