import type { Path } from '../fields/FormContext.ts'
import { componentSpec } from './componentSpec.ts'
import {
  annualGradeSpec,
  clauseSpec,
  consequenceSpec,
  conversionTargetSpec,
  counterSpec,
  deadlineSpec,
  measureSpec,
  meetingsSpec,
  namedSpec,
  vetoSpec,
} from './partSpecs.ts'
import type { Spec } from '../fields/fieldSpec.ts'
import { listSpec } from './ruleSpec.ts'

/** A part of the editor: a list of the scheme with a form for each item, or a part with its own editor. */
export interface EditPart {
  readonly key: string
  readonly title: string
  readonly spec?: Spec
  /** the name for one of its items. */
  readonly item?: string
}

/** The parts of the editor, in menu order. */
export const editParts: readonly EditPart[] = [
  { key: 'basics', title: '基本信息' },
  { key: 'components', title: '分项与权重', item: '分项', spec: componentSpec },
  { key: 'rubrics', title: '评分细则' },
  { key: 'lists', title: '加分扣分清单', item: '清单', spec: listSpec },
  { key: 'grades', title: '等次区间' },
  { key: 'rulings', title: '口径' },
  { key: 'vetoes', title: '一票否决', item: '否决事项', spec: vetoSpec },
  { key: 'consequences', title: '结果运用', item: '结果运用', spec: consequenceSpec },
  { key: 'annualGradeRules', title: '年度考核等次前提', item: '前提', spec: annualGradeSpec },
  { key: 'conversions', title: '折算计入', item: '折算目标', spec: conversionTargetSpec },
  { key: 'scope', title: '考核范围与对象' },
  { key: 'timetable', title: '时间节点', item: '时间节点', spec: deadlineSpec },
  { key: 'report', title: '述职报告' },
  { key: 'meetings', title: '述职测评会议', item: '会议', spec: meetingsSpec },
  { key: 'tiers', title: '层级', item: '层级', spec: namedSpec },
  { key: 'cohorts', title: '类别', item: '类别', spec: namedSpec },
  { key: 'counters', title: '台账计数项', item: '计数项', spec: counterSpec },
  { key: 'measures', title: '指标', item: '指标', spec: measureSpec },
  { key: 'clauses', title: '条款登记', item: '条款', spec: clauseSpec },
]

/** Returns the part that contains a fault. */
export function partOf([first, at]: Path, overallGrades: number): string {
  if (first === 'rulings' && at === overallGrades) return 'grades'
  return editParts.some(part => part.key === first) ? String(first) : 'basics'
}

const READING: Readonly<Record<string, string>> = {
  components: 'components',
  rulings: 'rulings',
  clauses: 'clauses',
  ...Object.fromEntries(
    ['grades', 'vetoes', 'consequences', 'annualGradeRules', 'conversions'].map(key => [key, 'results']),
  ),
  ...Object.fromEntries(
    ['scope', 'timetable', 'report', 'meetings', 'tiers', 'cohorts'].map(key => [key, 'scope']),
  ),
}

/** Returns the tab of the reading page that shows a part. */
export function readingPart(key: string): string {
  return READING[key] ?? 'rubric'
}
