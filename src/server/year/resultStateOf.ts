import type { z } from 'zod'
import type { resultState } from '../../contract/results/resultParts.ts'
import type { CorrectionRow, SealRow } from './lifecycle.store.ts'

/** Derives the state of a year's results from its latest seal and its correction, if one is open. */
export function resultStateOf(
  latest: Pick<SealRow, 'state'> | undefined,
  last: Pick<CorrectionRow, 'closedAt'> | undefined,
): z.output<typeof resultState> {
  if (latest === undefined) return 'unsealed'
  if (last !== undefined && last.closedAt === null) return 'correcting'
  return latest.state === 'superseded' ? 'correcting' : latest.state
}
