import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** The fewest answers that are separated together (一批最少答卷数). */
export const BATCH_LEAST = 30

/** Checks the size of a batch (查验一批的份数): enough answers, and enough left for another batch, or none. `batchSmall`, `batchLeavesFew`. */
export function checkBatch(answers: number, left: number): Refusal | undefined {
  if (answers < BATCH_LEAST) return refuse('batchSmall', { answers, least: BATCH_LEAST })
  return left > 0 && left < BATCH_LEAST
    ? refuse('batchLeavesFew', { answers: left, least: BATCH_LEAST })
    : undefined
}
