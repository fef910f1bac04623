import { z } from 'zod'
import type { RulingTopic } from '../../domain/scheme/ruling.ts'
import { citationSchema, idSchema, textSchema } from '../shape/fieldSchemas.ts'
import { rulingAnswerSchemas as answers } from './rulingAnswerSchemas.ts'

/** 口径: the answer has the shape of its topic. (domain R1-R23) */
export const rulingSchema = z
  .discriminatedUnion('topic', [
    rulingOn('combineRounds', answers.combineRounds),
    rulingOn('rowFloor', answers.rowFloor),
    rulingOn('bonusCap', answers.bonusCap),
    rulingOn('quotaRounding', answers.quotaRounding),
    rulingOn('gradePoints', answers.gradePoints),
    rulingOn('ledgerTariff', answers.ledgerTariff),
    rulingOn('surveyScale', answers.surveyScale),
    rulingOn('ballotScale', answers.ballotScale),
    rulingOn('ties', answers.ties),
    rulingOn('rankingScope', answers.rankingScope),
    rulingOn('smallCohort', answers.smallCohort),
    rulingOn('overallGrades', answers.overallGrades),
    rulingOn('streakFollows', answers.streakFollows),
    rulingOn('discretionary', answers.discretionary),
    rulingOn('reportDue', answers.reportDue),
    rulingOn('performanceConversion', answers.performanceConversion),
    rulingOn('doubleCounting', answers.doubleCounting),
    rulingOn('knowledgeTest', answers.knowledgeTest),
    rulingOn('missingComponent', answers.missingComponent),
    rulingOn('rounding', answers.rounding),
    rulingOn('midYearChange', answers.midYearChange),
    rulingOn('leadInspections', answers.leadInspections),
    rulingOn('unclearUnit', answers.unclearUnit),
    rulingOn('note', answers.note),
  ])
  .describe('口径：通知未写明处的答复')

function rulingOn<T extends RulingTopic, A extends z.ZodType>(topic: T, answer: A) {
  return z.strictObject({
    id: idSchema.describe('口径编号，如 R1'),
    topic: z.literal(topic).describe('事项'),
    question: textSchema.describe('问题'),
    citation: citationSchema,
    state: z
      .enum(['stated', 'settled', 'assumed', 'open'])
      .describe('stated 通知已写明，settled 已有人答复，assumed 暂按默认，open 尚未答复'),
    answer: answer.exactOptional(),
    text: textSchema.describe('答复的文字，随得分说明显示'),
    settledBy: textSchema.describe('答复者').exactOptional(),
    settledOn: z.string().describe('答复日期').exactOptional(),
    component: idSchema.describe('只适用于这一分项').exactOptional(),
  })
}
