import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { formatInstant } from '../formatInstant.ts'

/** Refuses a change to what somebody else has changed since it was read; who and when are said as far as they are known. */
export function staleRevision(
  what: string,
  by: string | null = null,
  at: string | Date | null = null,
): Refusal {
  return refuse('staleRevision', { what, by: by ?? '他人', at: at === null ? '刚才' : formatInstant(at) })
}
