import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** The fewest answers that are separated together (一批最少答卷数). */
export const BATCH_LEAST = 30

/** What is not separated beside a batch (这一批以外还没有分离的). */
interface BatchRest {
  readonly units: number
  readonly answers: number
}

/**
 * Checks the size of a batch (查验一批的份数): enough answers, and enough for another batch wherever units
 * remain; nothing to separate is no batch at all. `batchSmall`, `batchLeavesFew`.
 */
export function checkBatch(answers: number, rest: BatchRest): Refusal | undefined {
  if (answers === 0 && rest.units === 0) return undefined
  if (answers < BATCH_LEAST) return refuse('batchSmall', { answers, least: BATCH_LEAST })
  return rest.units > 0 && rest.answers < BATCH_LEAST
    ? refuse('batchLeavesFew', { answers: rest.answers, least: BATCH_LEAST })
    : undefined
}
