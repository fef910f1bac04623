import { z } from 'zod'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import {
  countSchema,
  daySchema,
  idSchema,
  periodSchema,
  pointsSchema,
  quarterSchema,
  textSchema,
  yearSchema,
} from '../shape/fieldSchemas.ts'
import { rosterSchema } from '../roster/rosterSchema.ts'

/** A fact file: one cycle's facts with their roster; usable wherever CycleFacts is expected. */
export interface FactsFile extends CycleFacts {
  readonly format: 'hengping-facts/1'
  readonly roster: Roster
}

const unitId = idSchema.describe('单位编号')

/** Schema of a visit (核查场次). (三（二）2) */
export const visitSchema = z
  .strictObject({
    unit: unitId,
    quarter: quarterSchema.describe('第几季度'),
    by: z
      .enum(['committee', 'leadUnit'])
      .describe('核查者：committee 考核组织者，leadUnit 牵头单位')
      .optional(),
    heldOn: daySchema.describe('核查日期').optional(),
  })
  .describe('核查场次：到过该单位核查；没有场次也没有核查情况的单位视为未核查')

/** Schema of a finding (核查情况). (三（二）2) */
export const findingSchema = z
  .strictObject({
    unit: unitId,
    row: idSchema.describe('评分细则的行号，如 四.4'),
    rule: idSchema.describe('该行的规则编号'),
    count: z.int().min(1).describe('次数、项数或人次，从 1 起的整数'),
    quarter: quarterSchema.describe('第几季度核查发现').optional(),
    by: z
      .enum(['committee', 'leadUnit'])
      .describe('核查者：committee 考核组织者，leadUnit 牵头单位')
      .optional(),
    amount: pointsSchema.describe('核查者评定的分值，只用于视情扣分和幅度扣分').optional(),
    level: idSchema.describe('分档编号').optional(),
    persons: countSchema.describe('人数').optional(),
    occasions: countSchema.describe('次数（与人数相乘）').optional(),
    counter: idSchema.describe('台账计数项编号').optional(),
    multiplier: idSchema.describe('倍数编号').optional(),
    project: textSchema.describe('同一项目，就高时只取最高').optional(),
    occasion: textSchema.describe('同一场次，用于互斥的规则').optional(),
    foundOn: daySchema.describe('发现日期').optional(),
    author: textSchema.describe('核查人').optional(),
    note: z.string().describe('说明').optional(),
    evidence: z.string().describe('印证资料').optional(),
  })
  .describe('核查情况')

/** Schema of a ledger count (台账计数). (四（一）) */
export const ledgerCountSchema = z
  .strictObject({
    unit: unitId,
    counter: idSchema.describe('台账计数项编号'),
    period: periodSchema.describe('期间：2018、2018-Q3 或 2018-09'),
    count: countSchema.describe('次数'),
  })
  .describe('台账计数')

/** Schema of a routine management grade (日常管理等次). (三（二）1) */
export const gradingSchema = z
  .strictObject({
    unit: unitId,
    component: idSchema.describe('分项编号'),
    grade: idSchema.describe('等次编号'),
    by: textSchema.describe('评定者').optional(),
    reason: z.string().describe('理由').optional(),
  })
  .describe('等次评定')

/** Schema of a survey tally (民意调查). (三（二）3) */
export const surveyTallySchema = z
  .strictObject({
    unit: unitId,
    component: idSchema.describe('分项编号'),
    group: idSchema.describe('调查人群编号'),
    answers: z.record(idSchema, countSchema).describe('各答案的份数'),
  })
  .describe('民意调查汇总')

/** Schema of the mark for one unit on a ballot. */
const ballotMarkSchema = z
  .strictObject({
    unit: unitId,
    points: pointsSchema.describe('打分').optional(),
    grade: idSchema.describe('评等').optional(),
  })
  .refine(mark => (mark.points === undefined) !== (mark.grade === undefined), {
    params: { fault: 'notOneMark' },
  })
  .describe('对一个单位的评价，打分与评等二者取一')

/** Schema of a ballot (测评票). (四（四）) */
export const ballotSheetSchema = z
  .strictObject({
    component: idSchema.describe('分项编号'),
    session: textSchema.describe('测评会议'),
    voterClass: idSchema.describe('票种编号'),
    marks: z.array(ballotMarkSchema).describe('对各单位的评价'),
  })
  .describe('测评票')

/** Schema of a ballot count (计票结果). (四（四）) */
export const ballotCountSchema = z
  .strictObject({
    component: idSchema.describe('分项编号'),
    session: textSchema.describe('测评会议'),
    unit: unitId,
    voterClasses: z.array(idSchema).describe('票种编号，合并计算的写几个'),
    marks: z.array(z.union([pointsSchema, idSchema])).describe('有效的评价，打分或等次编号，排好序'),
    voided: countSchema.describe('废票'),
    abstained: countSchema.describe('弃权'),
    elsewhere: z.boolean().describe('会议未用本系统召开，按计票表录入').optional(),
  })
  .describe('计票结果：一次会议公布的、一个票种对一个单位的评价')

/** Schema of a measured value. */
export const measureValueSchema = z
  .strictObject({
    unit: unitId,
    measure: idSchema.describe('指标编号'),
    value: pointsSchema.describe('数值，最多三位小数'),
  })
  .describe('指标数值')

/** Schema of a knowledge test (基本知识测试). (四（二）) */
export const knowledgeTestSchema = z
  .strictObject({
    unit: unitId,
    quarter: quarterSchema.describe('第几季度').optional(),
    sat: countSchema.describe('参加人数'),
    failed: countSchema.describe('不合格人数'),
  })
  .refine(test => test.failed <= test.sat, { params: { fault: 'moreFailedThanSat' } })
  .describe('基本知识测试')

/** Schema of a veto fact (一票否决). */
export const vetoFactSchema = z
  .strictObject({
    unit: unitId,
    veto: idSchema.describe('否决事项编号'),
    reason: textSchema.describe('事由'),
  })
  .describe('一票否决事实')

/** Schema of a decision by the committee. */
export const decisionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('componentScore').describe('决定分项得分'),
      unit: unitId,
      component: idSchema.describe('分项编号'),
      points: pointsSchema.describe('决定的得分'),
      by: textSchema.describe('决定者'),
      reason: textSchema.describe('理由'),
    }),
    z.strictObject({
      kind: z.literal('bandsApply').describe('决定名次段是否适用'),
      ranking: idSchema.describe('排名榜编号'),
      apply: z.boolean().describe('名次段是否适用'),
      by: textSchema.describe('决定者'),
      reason: textSchema.describe('理由'),
    }),
    z.strictObject({
      kind: z.literal('fromBottom').describe('决定倒数名次'),
      unit: unitId,
      place: z.int().min(1).describe('倒数第几名'),
      by: textSchema.describe('决定者'),
      reason: textSchema.describe('理由'),
    }),
  ])
  .describe('决定：规则留白处由考核组织者作出，须写理由')

/** Schema of a proposed annual grade (年度考核等次). (五（四）) */
export const annualGradeProposalSchema = z
  .strictObject({ unit: unitId, annualGrade: idSchema.describe('年度考核等次编号') })
  .describe('年度考核等次建议')

/** Format of a fact file: parses file shape into FactsFile (points as thousandths). */
export const factsSchema = z
  .strictObject({
    format: z.literal('hengping-facts/1').describe('文件格式'),
    cycle: yearSchema.describe('考核年度'),
    roster: rosterSchema,
    visits: z.array(visitSchema).default([]).describe('核查场次'),
    findings: z.array(findingSchema).default([]).describe('核查情况'),
    ledger: z.array(ledgerCountSchema).default([]).describe('台账计数'),
    gradings: z.array(gradingSchema).default([]).describe('等次评定'),
    surveys: z.array(surveyTallySchema).default([]).describe('民意调查汇总'),
    ballotCounts: z.array(ballotCountSchema).default([]).describe('计票结果'),
    sheets: z.array(ballotSheetSchema).default([]).describe('测评票'),
    measures: z.array(measureValueSchema).default([]).describe('指标数值'),
    knowledgeTests: z.array(knowledgeTestSchema).default([]).describe('基本知识测试'),
    vetoes: z.array(vetoFactSchema).default([]).describe('一票否决事实'),
    decisions: z.array(decisionSchema).default([]).describe('考核组织者的决定'),
    annualGrades: z.array(annualGradeProposalSchema).default([]).describe('年度考核等次建议'),
  })
  .describe('衡评：年度事实文件')
