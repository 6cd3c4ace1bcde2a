/** What a function says of a batch that it could handle in part only (`ReportBatchItemFailures`). */
import { z } from 'zod';

const partialAnswerSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Ids of the items that are tried again. As in Lambda: no list is complete success; an answer that cannot be read, or
 * that names an item which is not in the batch, is complete failure.
 * @param ids of all items of the batch
 */
export function failedItems(answer: unknown, ids: readonly string[]): Set<string> {
  const all = new Set(ids);
  if (answer === null || answer === undefined) return new Set();
  const parsed = partialAnswerSchema.safeParse(answer);
  if (!parsed.success) return all;
  const failed = (parsed.data.batchItemFailures ?? []).map((item) => item.itemIdentifier);
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}
