import type { Ruling } from '../../domain/scheme/ruling.ts'
import type { IdKind } from '../../domain/scheme/schemeFaultValues.ts'

/** Chinese names of the kinds of things with ids. */
export const idKindNames: { readonly [K in IdKind | 'scheme']: string } = {
  scheme: '方案',
  tier: '层级',
  cohort: '类别',
  deadline: '时间节点',
  counter: '台账计数项',
  measure: '指标',
  component: '分项',
  rubric: '评分细则',
  section: '核实项目',
  row: '行',
  rule: '规则',
  level: '分档',
  multiplier: '倍数',
  grade: '等次',
  group: '调查人群',
  answer: '答案',
  voterClass: '票种',
  veto: '一票否决事项',
  consequence: '结果运用',
  annualGrade: '年度考核等次',
  conversion: '折算目标',
  ruling: '口径',
  clause: '条款',
  meeting: '述职测评会议',
  area: '述职内容',
  vetter: '审核部门',
}

/** Chinese names of the ruling states. */
export const stateNames: { readonly [S in Ruling['state']]: string } = {
  stated: '通知已写明',
  settled: '已答复',
  assumed: '暂定',
  open: '未答复',
}

/** Chinese names of fields whose own name would not be understood. */
export const fieldNames: Readonly<Record<string, string>> = {
  base: '满分',
  weight: '权重',
  points: '分值',
  cap: '上限',
  limit: '最多扣分',
  least: '最少扣分',
  step: '步长',
  size: '每一步的大小',
  times: '倍数',
  full: '票面满分',
  deductionCap: '合计扣分上限',
  'conversion.step': '名次递减的分值',
}
