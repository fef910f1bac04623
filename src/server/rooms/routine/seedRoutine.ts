import { demoOccasions } from '../../../demo/demoOccasions.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type GradedGroup, loadGradingContext } from './gradingContext.ts'
import { insertBoards, noteSteps, saveDue, saveGrades, saveQuotas } from './boards.store.ts'
import { faultKinds } from './faultKinds.ts'
import { insertOccasions, insertRecords, saveOwnCounts } from './occasions.store.ts'
import { readCounts, readGradings, ROUTINE, type StoredGrading } from './routineFacts.store.ts'
import { claimFacts } from '../../year/facts.store.ts'

const OFFICE = '考核办公室'
const CLERK = '牵头单位联络员'
const REASONS: readonly (readonly string[])[] = [
  ['例会全勤，材料报送及时，所属支部活动经常', '会议、材料、报表均按时完成，重点任务带头落实'],
  ['日常工作正常，个别材料报送偏晚，已及时补报', '会议参加较好，报表质量较好，活动计划基本落实'],
  ['会议和报送有缺漏，经提醒后改正', '材料报送多次催办，活动开展偏少'],
]

/** Loads the demo data for routine management: the accepted boards behind the year's grades, and the occasions behind its fault counts. Leaves the facts unchanged. */
export async function seedRoutine(
  tx: Transaction,
  context: AppContext,
  year: number,
  today: Day,
): Promise<void> {
  const ground = await loadGradingContext(tx, year)
  if (isRefusal(ground)) throw new Error(`the demo year has no ground for grading: ${ground.code}`)
  const gradings = new Map((await readGradings(tx, year)).map(one => [`${one.component} ${one.unit}`, one]))
  const graded = ground.groups.filter(group =>
    group.members.every(member => gradings.has(`${group.component.id} ${member.unit}`)),
  )
  await seedBoards(tx, context, year, graded, gradings)
  await saveDue(tx, { year, due: `${year}-12-20`, by: OFFICE, at: `${year}-11-20T09:00:00+08:00` })
  const kinds = faultKinds(ground.scheme)
  const counts = await readCounts(
    tx,
    year,
    kinds.map(kind => kind.counter),
  )
  const monthly = counts.filter(count => count.period.length === 7)
  await claimFacts(
    tx,
    monthly.map(count => count.place),
    ROUTINE,
  )
  await saveOwnCounts(
    tx,
    monthly.map(({ unit, counter, period, place }) => ({ year, unit, counter, period, factPlace: place })),
  )
  const isMeeting = (counter: string) => kinds.find(kind => kind.counter === counter)!.kinds[0] === 'meeting'
  const occasions = demoOccasions(monthly, isMeeting).map(one => ({
    ...one,
    id: context.newId(),
    heldOn: one.heldOn > today ? today : one.heldOn,
  }))
  const stamp = (day: Day) => ({ by: OFFICE, at: `${day}T17:10:00+08:00` })
  await insertOccasions(
    tx,
    occasions.map(({ id, kind, name, heldOn }) => ({
      id,
      year,
      keeper: null,
      kind,
      name,
      heldOn,
      ...stamp(heldOn),
    })),
  )
  await insertRecords(
    tx,
    occasions.flatMap(({ id: occasion, heldOn, records }) =>
      records.map(record => ({
        id: context.newId(),
        occasion,
        year,
        ...record,
        byId: SYSTEM_ACTOR.id,
        ...stamp(heldOn),
      })),
    ),
  )
}

async function seedBoards(
  tx: Transaction,
  context: AppContext,
  year: number,
  groups: readonly GradedGroup[],
  gradings: ReadonlyMap<string, StoredGrading>,
): Promise<void> {
  const boards = groups.map(group => ({ group, id: context.newId() }))
  await insertBoards(
    tx,
    boards.map(({ group, id }) => ({
      id,
      year,
      component: group.component.id,
      leadUnit: group.lead.id,
      state: 'accepted' as const,
      revision: 3,
      openedAt: `${year}-12-03T09:00:00+08:00`,
    })),
  )
  for (const { group, id } of boards) {
    await saveQuotas(
      tx,
      id,
      group.method.grades.map((grade, at) => ({ grade: grade.id, places: group.proof.rows[at]!.places })),
    )
  }
  const rows = boards.flatMap(({ group, id }) =>
    group.members.map(({ unit }, at) => {
      const { grade, place } = gradings.get(`${group.component.id} ${unit}`)!
      const words =
        REASONS[
          Math.min(
            2,
            group.method.grades.findIndex(one => one.id === grade),
          )
        ]!
      const by = { byId: SYSTEM_ACTOR.id, by: CLERK, at: `${year}-12-17T15:20:00+08:00`, revision: 2 }
      return {
        board: id,
        leadUnit: group.lead.id,
        unit,
        grade,
        reason: words[at % words.length]!,
        factPlace: place,
        ...by,
      }
    }),
  )
  await saveGrades(tx, rows)
  await claimFacts(
    tx,
    rows.map(row => row.factPlace),
    ROUTINE,
  )
  await noteSteps(
    tx,
    boards.flatMap(({ group, id }) => {
      const grades = group.method.grades.map(({ id: grade, name }) => ({
        name,
        units: group.members
          .filter(member => gradings.get(`${group.component.id} ${member.unit}`)!.grade === grade)
          .map(member => member.name),
      }))
      return [
        {
          board: id,
          step: 'submitted' as const,
          grades,
          byId: SYSTEM_ACTOR.id,
          by: CLERK,
          at: `${year}-12-18T10:05:00+08:00`,
        },
        {
          board: id,
          step: 'accepted' as const,
          grades,
          byId: SYSTEM_ACTOR.id,
          by: OFFICE,
          at: `${year}-12-20T16:40:00+08:00`,
        },
      ]
    }),
  )
}
