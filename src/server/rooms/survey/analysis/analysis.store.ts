import { eq, sql } from 'drizzle-orm'
import type { SurveyAnswer } from '../../../../domain/campaign/survey/analysis/surveyData.ts'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import { surveyAnswer } from '../survey.tables.ts'

/** Reads the separated answers of a survey; those that are alike come once, in an order that says nothing. */
export const readSeparated = rememberRead(
  ['survey_answer'],
  2,
  (db: Database, survey: string): Promise<readonly SurveyAnswer[]> =>
    db
      .select({
        unit: surveyAnswer.unit,
        group: surveyAnswer.group,
        answers: surveyAnswer.answers,
        times: sql<number>`sum(${surveyAnswer.times})::int`,
      })
      .from(surveyAnswer)
      .where(eq(surveyAnswer.survey, survey))
      .groupBy(surveyAnswer.unit, surveyAnswer.group, surveyAnswer.answers)
      .orderBy(surveyAnswer.unit, surveyAnswer.group, surveyAnswer.answers)
      .execute(),
)
