import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SurveyAnswer } from '../../../../domain/campaign/survey/analysis/surveyData.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import { slicesOf } from '../sealed.store.ts'
import { KEPT_ANSWER, keptAnswer } from '../survey.tables.ts'

/** Reads the separated answers of a survey, in slices between which others get their turn; those that are alike come once, in an order that says nothing. */
export const readSeparated = rememberRead(
  KEPT_ANSWER,
  2,
  async (db: Database, survey: string): Promise<readonly SurveyAnswer[]> => {
    const units = await db
      .select({ unit: keptAnswer.unit, answers: sql<number>`count(*)::int` })
      .from(keptAnswer)
      .where(eq(keptAnswer.survey, survey))
      .groupBy(keptAnswer.unit)
      .orderBy(keptAnswer.unit)
    const read: SurveyAnswer[] = []
    for (const slice of slicesOf(units)) {
      read.push(...(await readOf(db, survey, slice)))
      await yieldToEventLoop()
    }
    return read
  },
)

function readOf(db: Database, survey: string, of: readonly { readonly unit: string }[]) {
  const units = of.map(({ unit }) => unit)
  return db
    .select({
      unit: keptAnswer.unit,
      group: keptAnswer.group,
      answers: keptAnswer.answers,
      times: sql<number>`sum(${keptAnswer.times})::int`,
    })
    .from(keptAnswer)
    .where(and(eq(keptAnswer.survey, survey), inArray(keptAnswer.unit, units)))
    .groupBy(keptAnswer.unit, keptAnswer.group, keptAnswer.answers)
    .orderBy(keptAnswer.unit, keptAnswer.group, keptAnswer.answers)
}
