import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { type GradedGroup, groupOf, loadGradingContext } from './gradingContext.ts'
import { type GradeRow, saveGrades } from './boards.store.ts'
import { boardWords } from './boardWords.ts'
import { type OpenedBoard, openBoard } from './openBoard.ts'
import { type BoardAnswer, presentBoard } from './presentBoard.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** A change of a grade: the new grade (`null` removes it), the reason, and the revision that was seen. */
interface GradeChange {
  readonly unit: string
  readonly grade?: string | null
  readonly reason?: string
  readonly revision: number
}

/** The address of a grading board. */
export interface BoardAddress {
  readonly year: number
  readonly unit: string
  readonly component: string
}

/**
 * Changes grades, all or none. The board is locked, so that of two people taking the last place only one
 * succeeds. `boardLocked`, `notOnBoard`, `gradesOwnUnit`, `noSuchGrade`, `staleRevision`, `quotaFull`,
 * `overQuota`.
 */
export async function placeGrades({
  context,
  actor,
  change,
  params: { year, unit: lead, component },
  body: { changes },
}: Served<'POST /api/years/:year/units/:unit/boards/:component/grades'>): Promise<BoardAnswer | Refusal> {
  return change<BoardAnswer>(async tx => {
    const ground = await loadGradingContext(tx, year)
    if (isRefusal(ground)) return ground
    const group = groupOf(ground, lead, component)
    if (isRefusal(group)) return group
    const opened = await openBoard(tx, context, actor, year, group)
    if (isRefusal(opened)) return opened
    if (opened.board.state === 'submitted' || opened.board.state === 'accepted') {
      return refuse('boardLocked', { state: boardWords[opened.board.state] })
    }
    const wrong = whyNot(actor, group, opened, changes)
    if (wrong !== undefined) return wrong
    const at = context.now().toISOString()
    await saveGrades(
      tx,
      changes.map(({ unit, grade, reason }) => {
        const before = opened.rows.get(unit)!
        return {
          ...before,
          grade: grade === undefined ? before.grade : grade,
          reason: reason ?? before.reason,
          byId: actor.id,
          by: actor.name,
          at,
        }
      }),
    )
    const values = { component: group.component.name, changes: describeChanges(group, opened.rows, changes) }
    return {
      answer: await presentBoard(context, tx, actor, year, ground, group),
      events: [{ kind: 'gradesPlaced', year, unit: lead, values }],
    }
  })
}

function whyNot(
  actor: Actor,
  group: GradedGroup,
  { rows }: OpenedBoard,
  changes: readonly GradeChange[],
): Refusal | undefined {
  const names = new Map(group.members.map(member => [member.unit, member.name]))
  for (const { unit, grade, revision } of changes) {
    const name = names.get(unit)
    if (name === undefined) return refuse('notOnBoard', { unit, lead: group.lead.name })
    if (actor.grants.some(grant => grant.unit === unit)) return refuse('gradesOwnUnit', { unit: name })
    if (typeof grade === 'string' && !group.method.grades.some(one => one.id === grade)) {
      return refuse('noSuchGrade', { grade, known: group.method.grades.map(one => one.name).join('、') })
    }
    const before = rows.get(unit)!
    if (before.revision !== revision) return staleRevision(`“${name}”的等次`, before.by, before.at)
  }
  return overQuota(group, rows, changes, names)
}

/** Refuses the first grade with more units than its quota; names who took the last place, if it was taken before. */
function overQuota(
  { method, proof }: GradedGroup,
  rows: ReadonlyMap<string, GradeRow>,
  changes: readonly GradeChange[],
  names: ReadonlyMap<string, string>,
): Refusal | undefined {
  const after = new Map([...rows].map(([unit, row]) => [unit, row.grade]))
  for (const { unit, grade } of changes) if (grade !== undefined) after.set(unit, grade)
  for (const [at, { id, name }] of method.grades.entries()) {
    const places = proof.rows[at]!.places
    const given = [...after].filter(([, grade]) => grade === id).map(([unit]) => unit)
    if (given.length <= places) continue
    const [last] = given
      .filter(unit => rows.get(unit)!.grade === id)
      .map(unit => rows.get(unit)!)
      .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
    if (last === undefined) return refuse('overQuota', { grade: name, places, given: given.length })
    return refuse('quotaFull', {
      grade: name,
      places,
      unit: names.get(last.unit)!,
      by: last.by,
      at: formatInstant(last.at),
    })
  }
  return undefined
}

function describeChanges(
  { members, method }: GradedGroup,
  rows: ReadonlyMap<string, GradeRow>,
  changes: readonly GradeChange[],
): string {
  const gradeName = (grade: string | null) => method.grades.find(one => one.id === grade)?.name ?? '未评'
  return changes
    .map(({ unit, grade, reason }) => {
      const before = rows.get(unit)!
      const moved =
        grade !== undefined && grade !== before.grade ? `${gradeName(before.grade)}→${gradeName(grade)}` : ''
      const why = reason === undefined || reason === before.reason ? '' : `理由“${reason}”`
      return `${members.find(member => member.unit === unit)!.name} ${[moved, why].filter(Boolean).join('，') || '没有变化'}`
    })
    .join('；')
}
