import { sentenceIn } from '../../../../contract/shape/sentenceTable.ts'
import { factSentences } from '../../../../contract/year/factSentences.ts'
import type { FactFault } from '../../../../domain/kernel/factFault.ts'
import { checkFinding } from '../../../../domain/year/facts/checkFinding.ts'
import { checkVisit } from '../../../../domain/year/facts/checkVisit.ts'
import { createFactBook } from '../../../../domain/year/facts/factBook.ts'
import { createFactSieve } from '../../../../domain/year/facts/factSieve.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { Task, TaskDetail, WorkRubric } from '../keep/phoneDatabase.ts'
import type { Draft } from './Draft.ts'
import { toFindings } from './toFindings.ts'

/** What a draft is checked against; without scheme or details nothing is. */
interface CheckGround {
  readonly task: Task
  readonly rubric: Pick<WorkRubric, 'rows'>
  readonly detail?: TaskDetail
  readonly scheme?: Scheme
}

/** Checks a draft as the server will, by the same code, and returns every fault as a sentence with its row. */
export function findFaults(draft: Draft, { task, rubric, detail, scheme }: CheckGround): readonly string[] {
  if (scheme === undefined || detail === undefined) return []
  const unit = {
    id: task.unit,
    name: task.unitName,
    tier: task.tier,
    kind: '',
    level: '',
    leadUnit: task.leadUnitName,
    affiliated: true,
    headedByLeader: false,
  }
  const book = createFactBook(scheme, { units: [unit], holders: [] })
  const { quarter, by } = task
  const findings = toFindings(draft, { unit: unit.id, quarter, by })
  const heldOn = draft.visitedOn as NonNullable<(typeof findings)[number]['foundOn']>
  const ofVisit = checkVisit({ unit: unit.id, quarter, by, heldOn }, book)
  const sieve = createFactSieve(book, () => '另一笔')
  // A sheet beside another most likely repeats its findings, which the server then leaves out.
  if (task.sheets.length === 0) detail.facts.findings.forEach((one, at) => sieve('findings', one, at))
  return [
    ...ofVisit.map(fault => `核查日期：${sentenceOf(fault)}。`),
    ...findings.flatMap((finding, at) => {
      // A missing reason is said where it is written.
      const faults = checkFinding(finding, book).filter(({ refusal }) => refusal.code !== 'reasonMissing')
      const again = faults.length > 0 ? undefined : sieve('findings', finding, at)
      const rule = rubric.rows
        .find(({ id }) => id === finding.row)
        ?.rules.find(({ id }) => id === finding.rule)
      return [...faults, ...(again === undefined ? [] : [{ refusal: again }])].map(
        fault => `${finding.row} “${rule?.text ?? ''}”：${sentenceOf(fault)}。`,
      )
    }),
  ]
}

function sentenceOf({ refusal }: FactFault): string {
  return sentenceIn(factSentences, refusal) ?? '与评分细则不符，请核对后改正'
}
