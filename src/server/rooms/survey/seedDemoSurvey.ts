import { sql } from 'drizzle-orm'
import type { Answers } from '../../../domain/campaign/survey/questionnaire.ts'
import type { SurveyTally } from '../../../domain/year/facts/facts.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { DEMO_INTERVIEWER } from '../../office/accounts/demoAccounts.ts'
import { SYSTEM_ACTOR } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { keyedHasher } from '../../platform/keys/sealing.ts'
import { stampOf } from './changeSurvey.ts'
import { NUMBERS_KEY } from './keepFrame.ts'
import { listSurveyed, type Surveyed } from './loadSurvey.ts'
import { presetQuestionnaire } from './presetQuestionnaire.ts'
import { sealNumber } from './readFrameFile.ts'
import { sealSheet } from './sealedSheet.ts'
import { insertAnswers } from './survey.store.ts'
import {
  type Commission,
  survey,
  surveyAttempt,
  surveyCase,
  surveyImport,
  surveySealed,
  surveyUnit,
  surveyWork,
} from './survey.tables.ts'

const OPINIONS = [
  '主题党日可以多到社区去。',
  '政务公开再及时一些。',
  '希望多听听普通党员的意见。',
  '办事比以前快了。',
]
const SUPPLEMENT = { units: 3, each: 20, wanted: 12, answered: 5 }

/** Loads the surveys of the demo year: the one of November, whose result was accepted, and a further one whose calls are under way. */
export async function seedDemoSurvey(
  tx: Transaction,
  context: AppContext,
  {
    scheme,
    roster,
    tallies,
  }: { readonly scheme: Scheme; readonly roster: Roster; readonly tallies: readonly SurveyTally[] },
): Promise<void> {
  const [surveyed] = listSurveyed(scheme)
  if (surveyed === undefined || tallies.length === 0) return
  await seedAccepted(tx, context, scheme.cycle, surveyed, tallies)
  await seedCalling(tx, context, scheme.cycle, surveyed, roster)
}

async function seedAccepted(
  tx: Transaction,
  context: AppContext,
  year: number,
  surveyed: Surveyed,
  tallies: readonly SurveyTally[],
): Promise<void> {
  const id = context.newId()
  const total = ({ answers }: SurveyTally) => Object.values(answers).reduce((sum, count) => sum + count, 0)
  const commission = commissionOf(
    `${year}年度民意调查`,
    [`${year}-11-01`, `${year}-11-30`, `${year + 1}-01-31`],
    {
      way: 'file',
      sizes: tallies.map(tally => ({ unit: tally.unit, group: tally.group, size: total(tally) })),
    },
  )
  const { rows } = await tx.execute<{
    id: string
  }>(sql`update fact set origin = ${`survey:${id}`}, source = '民意调查'
    where year = ${year} and kind = 'surveys' and body ->> 'component' = ${surveyed.component.id} returning id`)
  await tx.insert(survey).values({
    id,
    year,
    component: surveyed.component.id,
    stage: 'accepted',
    commission,
    questionnaire: presetQuestionnaire(surveyed, commission),
    method: '各单位党员、群众分别随机抽样，电话访问，一成回访；按单位和对象汇总交来。',
    handedOverAt: `${year}-12-03T02:00:00Z`,
    decidedAt: `${year}-12-05T02:00:00Z`,
    facts: rows.map(row => row.id),
    ...stampOf(context, SYSTEM_ACTOR),
  })
  const answers = tallies.flatMap(({ unit, group, answers: counts }, at) =>
    Object.entries(counts).flatMap(([overall, count], nth) => {
      const cell = { survey: id, unit, group }
      const said = nth === 0 && count > 1 ? 1 : 0
      return [
        ...(said === 1
          ? [{ ...cell, answers: { overall, opinion: OPINIONS[at % OPINIONS.length]! } as Answers, times: 1 }]
          : []),
        ...(count > said ? [{ ...cell, answers: { overall } as Answers, times: count - said }] : []),
      ]
    }),
  )
  await insertAnswers(tx, answers)
}

async function seedCalling(
  tx: Transaction,
  context: AppContext,
  year: number,
  surveyed: Surveyed,
  roster: Roster,
): Promise<void> {
  const units = roster.units.slice(0, SUPPLEMENT.units).map(unit => unit.id)
  const [id, file] = [context.newId(), context.newId()]
  const commission = commissionOf('补充调查', [`${year}-12-20`, `${year}-12-28`, `${year + 1}-01-31`], {
    way: 'calls',
    sizes: units.flatMap(unit =>
      surveyed.method.groups.map(({ id: group }) => ({
        unit,
        group,
        population: SUPPLEMENT.each,
        size: SUPPLEMENT.wanted,
      })),
    ),
  })
  const at = `${year}-12-20T01:00:00Z`
  await tx.insert(survey).values({
    id,
    year,
    component: surveyed.component.id,
    stage: 'calling',
    commission,
    questionnaire: presetQuestionnaire(surveyed, commission),
    seed: '2018-1220',
    seedParts: [
      { by: '考核办公室', text: '2018' },
      { by: '民意调查队', text: '1220' },
    ],
    fingerprint: '0'.repeat(64),
    drawnBy: '民意调查队',
    drawnAt: at,
    ...stampOf(context, SYSTEM_ACTOR),
  })
  const people = commission.sizes.flatMap(({ unit, group }) =>
    Array.from({ length: SUPPLEMENT.each }, (_, nth) => ({ unit, group, nth })),
  )
  const strata = commission.sizes.map(({ unit, group }) => ({
    unit,
    group,
    stratum: '',
    frame: SUPPLEMENT.each,
  }))
  const counts = { rows: people.length, accepted: people.length, strata }
  await tx.insert(surveyImport).values({
    id: file,
    survey: id,
    file: '样本框.xlsx',
    state: 'kept',
    progress: 1,
    ...counts,
    by: '民意调查队',
    at,
  })
  const key = await context.keys.make(id, NUMBERS_KEY)
  const hash = keyedHasher(key, 'numbers')
  const unitKeys = new Map(units.map(unit => [unit, context.newId()]))
  const keys = new Map<string, Uint8Array>()
  for (const [unit, name] of unitKeys) keys.set(unit, await context.keys.make(id, name))
  await tx
    .insert(surveyUnit)
    .values([...unitKeys].map(([unit, name]) => ({ survey: id, unit, state: 'calling' as const, key: name })))
  const day = `${year}-12-21`
  let interviews = 0
  for (const [place, { unit, group, nth }] of people.entries()) {
    const one = context.newId()
    const number = `1990000${String(place).padStart(4, '0')}`
    const isAnswered = nth < SUPPLEMENT.answered
    const isTried = !isAnswered && nth < SUPPLEMENT.answered + 3
    await tx.insert(surveyCase).values({
      id: one,
      survey: id,
      import: file,
      nth: place + 1,
      unit,
      group,
      sealedNumber: sealNumber(key, id, { number, person: '' }),
      numberHash: hash(number),
      lot: nth < SUPPLEMENT.wanted + 3 ? nth + 1 : null,
      state: isAnswered ? 'answered' : nth < SUPPLEMENT.wanted + 3 ? 'waiting' : 'listed',
      disposition: isAnswered ? 'interview' : isTried ? 'noAnswer' : null,
      attempts: isAnswered || isTried ? 1 : 0,
      lastTried: isAnswered || isTried ? `${day}/1` : null,
    })
    if (!isAnswered) continue
    const [answer] = surveyed.method.answers.slice(place % 3)
    const content = {
      answers: { overall: answer!.id, opinion: place % 2 === 0 ? '-' : OPINIONS[place % OPINIONS.length]! },
      startedAt: `${day}T02:00:00Z`,
      seconds: 90 + ((place * 37) % 120),
      interviewer: DEMO_INTERVIEWER,
      outcome: 'complete' as const,
    }
    await tx.insert(surveySealed).values({
      case: one,
      survey: id,
      unit,
      group,
      final: true,
      sheet: sealSheet(keys.get(unit)!, id, content),
    })
    await tx.insert(surveyAttempt).values({
      id: context.newId(),
      survey: id,
      case: one,
      on: day,
      band: 1,
      disposition: 'interview',
    })
    interviews++
  }
  await tx.insert(surveyWork).values({
    survey: id,
    interviewer: DEMO_INTERVIEWER,
    on: day,
    disposition: 'interview',
    calls: interviews,
  })
}

function commissionOf(
  title: string,
  [begins, ends, deleteOn]: readonly [string, string, string],
  more: Pick<Commission, 'way' | 'sizes'>,
): Commission {
  return {
    title,
    surveyor: '州统计局',
    begins,
    ends,
    deleteOn,
    complaint: '0743-8220000',
    halfWidth: 10,
    groupReadsOpinions: true,
    mostAttempts: 6,
    // At any hour, so that a demonstration can be called at night.
    hours: [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '18:00' },
      { from: '18:00', to: '24:00' },
    ],
    ...more,
  }
}
