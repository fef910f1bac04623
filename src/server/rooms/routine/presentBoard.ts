import type { z } from 'zod'
import type { boardAnswer, gradedComponent } from '../../../contract/routine/boardParts.ts'
import { printShare, describeQuota } from '../../../domain/score/routine/describeQuota.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { GradedGroup, GradingContext } from './gradingContext.ts'
import { findBoard, readDue, readGrades, readSteps } from './boards.store.ts'
import { fitGrades } from './fitGrades.ts'
import { countFaultsOf, countOwnRecords } from './occasions.store.ts'
import { readGradings } from './routineFacts.store.ts'

/** A grading board, as the contract defines it. */
export type BoardAnswer = z.output<typeof boardAnswer>

/** Presents a grading board: members with what is known of their year, the derivation of the quotas, and the steps so far. */
export async function presentBoard(
  context: AppContext,
  db: Database | Transaction,
  actor: Actor,
  year: number,
  ground: GradingContext,
  group: GradedGroup,
): Promise<BoardAnswer> {
  const { component, method, lead, members, proof } = group
  const board = await findBoard(db, { year, component: component.id, leadUnit: lead.id })
  const stored = board === undefined ? [] : await readGrades(db, board.id)
  const { rows, joined, left } = fitGrades(group, stored)
  const due = await readDue(db, year)
  const faults = await countFaultsOf(db, year, faultIds(ground))
  const own = await countOwnRecords(db, year, lead.id)
  const elsewhere = await gradedElsewhere(db, year, stored)
  const nameOf = (unit: string) => ground.units.get(unit)?.name ?? unit
  const gradeName = (grade: string) => method.grades.find(one => one.id === grade)?.name ?? grade
  const ownUnits = new Set(actor.grants.flatMap(grant => (grant.unit === undefined ? [] : [grant.unit])))
  const names = method.grades.map(grade => grade.name)
  return {
    year,
    today: context.today(),
    leadUnit: lead.id,
    leadUnitName: lead.name,
    component: presentComponent(ground, group),
    state: board?.state ?? 'draft',
    revision: board?.revision ?? 1,
    due,
    members: members.map(({ unit, name, personName }) => {
      const row = rows.get(unit)
      const other = elsewhere.get(`${component.id} ${unit}`)
      return {
        unit,
        unitName: name,
        personName,
        grade: row?.grade ?? null,
        reason: row?.reason ?? '',
        ...(row === undefined || row.revision === 0 ? {} : { by: row.by, at: toInstant(row.at) }),
        revision: row?.revision ?? 0,
        faults: faults.get(unit) ?? 0,
        ownRecords: own.get(unit) ?? 0,
        own: ownUnits.has(unit),
        elsewhere: other === undefined ? undefined : gradeName(other),
      }
    }),
    proof: {
      n: proof.n,
      denominator: proof.denominator,
      left: proof.left,
      rows: proof.rows.map((row, at) => ({
        grade: method.grades[at]!.id,
        name: names[at]!,
        share: row.share,
        exact: printShare(row.numerator, proof.denominator),
        whole: row.whole,
        remainder: printShare(row.remainder, proof.denominator),
        extra: row.places - row.whole,
        places: row.places,
      })),
      sentences: [...describeQuota(proof, names)],
    },
    joined: joined.map(nameOf),
    left: left.map(nameOf),
    steps: (board === undefined ? [] : await readSteps(db, board.id)).map(
      ({ step, reason, by, at, grades }) => ({
        step,
        reason,
        by,
        at: toInstant(at),
        grades: grades.map(({ name, units }) => ({ name, units: [...units] })),
      }),
    ),
  }
}

/** Presents a graded component, with the rulings that apply to it (R4, R5). */
export function presentComponent(
  { rulings }: GradingContext,
  { component, method }: GradedGroup,
): z.output<typeof gradedComponent> {
  const points = rulings.find('gradePoints', component.id)?.answer?.points ?? {}
  const acting = [rulings.find('quotaRounding', component.id), rulings.find('gradePoints', component.id)]
  return {
    component: component.id,
    name: component.name,
    citation: method.citation,
    grades: method.grades.map(({ id, name, share }) => ({
      id,
      name,
      share,
      points: points[id],
    })),
    rulings: acting.flatMap(ruling =>
      ruling === undefined ? [] : [{ id: ruling.id, citation: ruling.citation, text: ruling.text }],
    ),
  }
}

/** Returns the fault counters of the scheme. */
function faultIds({ scheme }: GradingContext): readonly string[] {
  return scheme.counters.filter(counter => counter.kind === 'fault').map(counter => counter.id)
}

/** Returns the grades of the year that this board did not write, by component and unit. */
async function gradedElsewhere(
  db: Database | Transaction,
  year: number,
  stored: readonly { readonly factPlace: number | null }[],
): Promise<ReadonlyMap<string, string>> {
  const own = new Set(stored.map(row => row.factPlace))
  const gradings = await readGradings(db, year)
  return new Map(
    gradings.filter(one => !own.has(one.place)).map(one => [`${one.component} ${one.unit}`, one.grade]),
  )
}
