import { z } from 'zod'
import { componentSchema } from './componentSchema.ts'
import {
  annualGradeRuleSchema,
  consequenceSchema,
  conversionTargetSchema,
  vetoSchema,
} from './consequenceSchema.ts'
import {
  citationSchema,
  idSchema,
  namedSchema,
  pointsSchema,
  textSchema,
  yearSchema,
} from '../shape/fieldSchemas.ts'
import { reportRulesSchema } from './reportRulesSchema.ts'
import { rowSchema, rubricSchema } from './rubricSchema.ts'
import { rulingSchema } from './rulingSchema.ts'

/** Schema of a kind of debrief meeting. */
const meetingsSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    citation: citationSchema,
    component: idSchema.describe('测评票计入哪个分项'),
    tiers: z.array(idSchema).describe('哪些层级的书记述职，不写则全部').optional(),
    convenor: z
      .enum(['committee', 'leadUnit'])
      .describe('committee 组织考核者召集，leadUnit 牵头单位各自召集'),
    deadline: idSchema.describe('在哪个时间节点之内召开').optional(),
    recountDays: z.int().min(0).max(60).describe('成绩告知后几天内可以申请重新计票，不写则不受理').optional(),
  })
  .describe('述职测评会议')

const answerRuleSchema = z
  .strictObject({
    kinds: z.array(textSchema).describe('单位类别，不写则适用于所有类别').optional(),
    headedByLeader: z.boolean().describe('是否由上级领导兼任主要负责人，不写则都适用').optional(),
    post: textSchema.describe('由何职务者作答'),
    rank: z.int().min(1).describe('该职务的排序').optional(),
    why: textSchema.describe('理由，随考核对象显示'),
    citation: citationSchema,
  })
  .describe('考核对象的确定，取第一个适用者')

const deadlineSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    from: z.string().describe('开始，月-日，如 11-01').optional(),
    due: z.string().describe('截止，月-日，如 12-10'),
    nextYear: z.boolean().describe('在下一年').optional(),
    citation: citationSchema,
    ruling: idSchema.describe('所依据的口径编号；其日期优先于 due').optional(),
  })
  .describe('时间节点')

const counterSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    kind: z.enum(['done', 'fault']).describe('done 做了几次，fault 差错几次'),
    citation: citationSchema,
    from: z
      .enum(['openProblems', 'unplannedProblems', 'undebriefedSecretaries'])
      .describe('由哪些记录计数，只用于 fault；不写为逐条登记')
      .optional(),
  })
  .describe('台账计数项')

const measureSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    unit: textSchema.describe('计量单位，如 %'),
    least: pointsSchema.describe('最小可能值').optional(),
    most: pointsSchema.describe('最大可能值').optional(),
    citation: citationSchema,
  })
  .describe('指标')

const clauseSchema = z
  .strictObject({
    citation: citationSchema,
    restated: textSchema.describe('内容，用自己的话写'),
    computes: z.boolean().describe('是否据以计算'),
  })
  .describe('条款登记')

/** Format of a scheme: parses file shape into Scheme (points and percentages as thousandths). Lists that an institution does not use may be left out. */
export const schemeSchema = z
  .strictObject({
    id: idSchema.describe('方案编号'),
    title: textSchema.describe('方案名称'),
    institution: textSchema.describe('考核组织者'),
    cycle: yearSchema.describe('考核年度'),
    notice: z
      .strictObject({
        title: textSchema.describe('标题'),
        number: textSchema.describe('文号'),
        issuedOn: z.string().describe('印发日期，如 2018-10-08'),
        issuers: z.array(textSchema).describe('印发单位'),
      })
      .describe('所依据的通知'),
    base: pointsSchema.describe('总分，如 100'),
    start: pointsSchema.describe('起始分：不设分项、只按清单加减分的，从多少分起').optional(),
    compositeCitation: citationSchema.describe('综合得分所依的条款').optional(),
    tiers: z.array(namedSchema).min(1).describe('层级'),
    cohorts: z.array(namedSchema).default([]).describe('分类排名的类别'),
    scope: z
      .strictObject({
        citation: citationSchema,
        levels: z.array(textSchema).describe('纳入考核的单位级别'),
        answers: z.array(answerRuleSchema).describe('谁为单位作答'),
      })
      .describe('考核范围与对象'),
    timetable: z.array(deadlineSchema).default([]).describe('时间节点'),
    counters: z.array(counterSchema).default([]).describe('台账计数项'),
    measures: z.array(measureSchema).default([]).describe('指标'),
    components: z.array(componentSchema).describe('考核分项'),
    rubrics: z.array(rubricSchema).default([]).describe('评分细则'),
    lists: z.array(rowSchema).default([]).describe('综合得分上的加分、扣分清单'),
    vetoes: z.array(vetoSchema).default([]).describe('一票否决事项'),
    consequences: z.array(consequenceSchema).default([]).describe('结果运用'),
    annualGradeRules: z.array(annualGradeRuleSchema).default([]).describe('年度考核等次前提'),
    conversions: z.array(conversionTargetSchema).default([]).describe('折算计入的考核'),
    meetings: z.array(meetingsSchema).describe('述职测评会议：一级一种').optional(),
    report: reportRulesSchema.describe('述职报告').optional(),
    rulings: z.array(rulingSchema).describe('口径'),
    clauses: z.array(clauseSchema).describe('条款登记'),
  })
  .describe('衡评：考核方案文件')

/** Content of a scheme file, with points as decimals. */
export type SchemeFile = z.input<typeof schemeSchema>
