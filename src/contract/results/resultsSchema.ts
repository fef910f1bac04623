import { z } from 'zod'
import { factsSchema } from '../year/factsSchema.ts'
import { countSchema, daySchema, idSchema, textSchema, yearSchema } from '../shape/fieldSchemas.ts'
import { historySchema } from '../year/historySchema.ts'
import { schemeSchema } from '../scheme/schemeSchema.ts'

const figure = z.number().describe('分，小数')
const figures = z.record(idSchema, figure)
const place = z.int().min(1)
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('规范文本的 SHA-256')

const roundSchema = z
  .strictObject({
    round: z.int().min(1).max(4).describe('第几季度；全年累计时不写').optional(),
    by: z.literal('leadUnit').describe('牵头单位自行核查').optional(),
    points: figure.describe('细则合计'),
    rows: figures.describe('各行得分，按行号'),
  })
  .describe('一次（或全年累计的）细则得分')

const componentResultSchema = z
  .strictObject({
    component: idSchema.describe('分项编号'),
    points: figure.describe('分项得分；缺分时不写').optional(),
    missing: textSchema.describe('缺分的原因').optional(),
    rounds: z.array(roundSchema).describe('按评分细则计分时的各行').optional(),
  })
  .describe('分项得分')

const issueSchema = z
  .strictObject({
    kind: idSchema.describe('种类'),
    unit: idSchema.describe('单位编号').optional(),
    citation: z.string().describe('条款引用'),
    row: idSchema.describe('行号').optional(),
    component: idSchema.describe('分项编号').optional(),
    ranking: idSchema.describe('排名榜编号').optional(),
    lost: figure.describe('失分').optional(),
    text: textSchema.describe('说明'),
  })
  .describe('问题')

const consequenceResultSchema = z
  .strictObject({
    rule: idSchema.describe('结果运用编号'),
    name: textSchema.describe('名称'),
    citation: z.string().describe('条款引用'),
    years: z.array(yearSchema).describe('符合条件的各年度'),
    deduction: figure.describe('扣分').optional(),
    measure: textSchema.describe('措施').optional(),
    nextYear: z.boolean().describe('下一年度执行').optional(),
  })
  .describe('结果运用')

const standingSchema = z
  .strictObject({
    ranking: idSchema.describe('排名榜编号'),
    of: place.describe('排名总数'),
    place: place.describe('名次'),
    fromBottom: place.describe('倒数名次'),
    tiedWith: z.array(idSchema).describe('并列的单位'),
    brokenBy: idSchema.describe('以哪一分项分先后').optional(),
    acrossEdge: z.boolean().describe('并列跨越名次段'),
    decided: z.boolean().describe('倒数名次由考核组织者决定'),
    bandsApply: z.enum(['yes', 'no', 'undecided']).describe('名次段是否适用'),
  })
  .describe('名次')

/** Result of one appraisee, in decimals. */
const unitResultSchema = z
  .strictObject({
    unit: idSchema.describe('单位编号'),
    name: textSchema.describe('单位名称'),
    tier: idSchema.describe('层级'),
    cohort: idSchema.describe('类别').optional(),
    leadUnit: idSchema.describe('牵头单位').optional(),
    person: idSchema.describe('考核对象编号').optional(),
    personName: textSchema.describe('考核对象姓名').optional(),
    post: textSchema.describe('职务').optional(),
    why: textSchema.describe('由谁作为考核对象的理由'),
    components: z.array(componentResultSchema).describe('各分项'),
    lists: figures.describe('综合得分上的加分、扣分，按清单行号').optional(),
    composite: figure.describe('综合得分；暂缺时不写').optional(),
    grade: z
      .strictObject({
        grade: idSchema.describe('等次编号'),
        name: textSchema.describe('等次'),
        band: idSchema.describe('按得分所属的等次'),
        movedBy: z.enum(['precondition', 'veto', 'quota']).describe('因何变动').optional(),
      })
      .describe('综合评价等次')
      .optional(),
    standing: standingSchema.optional(),
    consequences: z.array(consequenceResultSchema).describe('结果运用'),
    conversions: z
      .array(z.strictObject({ target: idSchema.describe('折入的考核'), points: figure }))
      .describe('折算'),
    annualGrade: z
      .strictObject({
        annualGrade: idSchema.describe('年度考核等次'),
        allowed: z.boolean().describe('能否评定'),
        citation: z.string().describe('条款引用'),
      })
      .describe('年度考核等次')
      .optional(),
    issues: z.array(issueSchema).describe('该单位的问题'),
  })
  .describe('一个考核对象的结果')

/** Format of the result file: results, the inputs they come from and the hashes of both, so that anybody can recompute them. Figures are decimals on both sides. */
export const resultsSchema = z
  .strictObject({
    format: z.literal('hengping-results/1').describe('文件格式'),
    engine: textSchema.describe('计算程序的版本'),
    asOf: daySchema.describe('计算日期').optional(),
    partial: z
      .strictObject({ refused: countSchema.describe('被拒收的条数') })
      .describe('事实不完整：有被拒收的条目')
      .optional(),
    inputs: z
      .strictObject({ scheme: schemeSchema, facts: factsSchema, history: historySchema })
      .describe('计算所用的方案、事实、历年结果，文件形式'),
    hashes: z
      .strictObject({ scheme: hash, facts: hash, history: hash, results: hash })
      .describe('规范文本的 SHA-256'),
    seal: z
      .strictObject({
        number: z.int().min(1).describe('第几次封存'),
        at: textSchema.describe('封存时刻'),
        by: textSchema.describe('封存者'),
        state: textSchema.describe(
          '导出时的状态：sealed 待审定，approved 已审定，returned 退回，superseded 已被更正代替',
        ),
        trail: z
          .strictObject({
            seq: z.int().min(1).describe('封存在留痕中的序号'),
            root: hash.describe('该行的哈希，涵盖此前全部留痕'),
          })
          .describe('留痕根'),
      })
      .describe('封存的标记；不参加结果的校验值')
      .optional(),
    results: z.array(unitResultSchema).describe('各考核对象的结果'),
    issues: z.array(issueSchema).describe('不属于某一单位的问题'),
  })
  .describe('衡评：结果文件')

/** The result file in file shape. */
export type ResultsFile = z.input<typeof resultsSchema>
/** A result file as read, with its inputs in the domain's shape. */
export type ReadResults = z.output<typeof resultsSchema>
/** Result of one appraisee in a result file. */
export type UnitResultFile = z.infer<typeof unitResultSchema>
/** An issue in a result file. */
export type IssueFile = z.infer<typeof issueSchema>
