import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SurveyAnswer } from '../../../../domain/campaign/survey/analysis/surveyData.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import { slicesOf } from '../sealed.store.ts'
import { surveyAnswer } from '../survey.tables.ts'

/** Reads the separated answers of a survey, in slices between which others get their turn; those that are alike come once, in an order that says nothing. */
export const readSeparated = rememberRead(
  ['survey_answer'],
  2,
  async (db: Database, survey: string): Promise<readonly SurveyAnswer[]> => {
    const units = await db
      .select({ unit: surveyAnswer.unit, answers: sql<number>`count(*)::int` })
      .from(surveyAnswer)
      .where(eq(surveyAnswer.survey, survey))
      .groupBy(surveyAnswer.unit)
      .orderBy(surveyAnswer.unit)
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
      unit: surveyAnswer.unit,
      group: surveyAnswer.group,
      answers: surveyAnswer.answers,
      times: sql<number>`sum(${surveyAnswer.times})::int`,
    })
    .from(surveyAnswer)
    .where(and(eq(surveyAnswer.survey, survey), inArray(surveyAnswer.unit, units)))
    .groupBy(surveyAnswer.unit, surveyAnswer.group, surveyAnswer.answers)
    .orderBy(surveyAnswer.unit, surveyAnswer.group, surveyAnswer.answers)
}
