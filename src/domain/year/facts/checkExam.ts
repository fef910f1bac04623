import { countFaults } from '../../kernel/countFaults.ts'
import { refuse } from '../../kernel/refusal.ts'
import { momentFaults, unitFaults } from './commonFaults.ts'
import type { FactBook } from './factBook.ts'
import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import type { KnowledgeTest } from './facts.ts'

/** Checks a knowledge test (查验一次基本知识测试): no more failed than took it. (四（二）) */
export function checkExam(
  { unit, quarter, sat, failed }: KnowledgeTest,
  book: FactBook,
): readonly FactFault[] {
  const faults = [
    ...unitFaults(book, unit),
    ...momentFaults(book, quarter, undefined, ''),
    ...countFaults('sat', sat, 0),
    ...countFaults('failed', failed, 0),
  ]
  if (failed > sat) faults.push(faultIn('failed', refuse('moreFailedThanSat', { failed, sat })))
  return faults
}
