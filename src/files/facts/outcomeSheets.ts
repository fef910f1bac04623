import { rankingsOf } from '../../domain/year/facts/rankingsOf.ts'
import type { OverallGradesAnswer } from '../../domain/scheme/ruling.ts'
import type { Named, Scheme } from '../../domain/scheme/scheme.ts'
import { type FactsSheet, termColumn, unitColumn } from './factsColumn.ts'

/** The three kinds of decisions. */
export const DECISION_KINDS: readonly Named[] = [
  { id: 'componentScore', name: '分项得分' },
  { id: 'bandsApply', name: '名次段是否适用' },
  { id: 'fromBottom', name: '倒数名次' },
]

/** Describes the veto sheet (否决事项). */
export function vetoSheet(scheme: Scheme): FactsSheet {
  return {
    name: '否决事项',
    list: 'vetoes',
    about: '一行是一个单位的一件一票否决事项。',
    columns: [
      unitColumn(),
      termColumn('事项', 'veto', 'veto', scheme.vetoes, '哪一种否决事项'),
      {
        header: '事由',
        field: 'reason',
        kind: 'text',
        required: true,
        note: '什么事、什么时候、依据什么认定',
        width: 40,
      },
    ],
  }
}

/** Describes the sheet of decisions (决定). (R7, R9, R11) */
export function decisionSheet(scheme: Scheme): FactsSheet {
  return {
    name: '决定',
    list: 'decisions',
    optional: true,
    about:
      '规则留白、由考核组织者决定的事项，都要写理由：某单位某分项给多少分；对象少的榜名次段是否适用；某单位排倒数第几。',
    columns: [
      termColumn('决定事项', 'kind', 'decision', DECISION_KINDS, '决定什么'),
      { ...unitColumn('给谁的决定；“名次段是否适用”空着'), required: false },
      termColumn('分项', 'component', 'component', scheme.components, '“分项得分”才填', false),
      { header: '得分', field: 'points', kind: 'decimal', note: '“分项得分”才填，按分项自己的满分' },
      termColumn('排名榜', 'ranking', 'ranking', rankingsOf(scheme), '“名次段是否适用”才填', false),
      {
        header: '是否适用',
        field: 'apply',
        kind: 'yesNo',
        note: '“名次段是否适用”才填：是或否',
        options: ['是', '否'],
      },
      { header: '倒数第几', field: 'place', kind: 'count', note: '“倒数名次”才填，从 1 起' },
      { header: '决定者', field: 'by', kind: 'text', required: true, note: '谁决定的' },
      { header: '理由', field: 'reason', kind: 'text', required: true, note: '书面理由', width: 40 },
    ],
  }
}

/** Describes the sheet of proposed annual grades (年度考核建议). (五（四）) */
export function annualGradeSheet(scheme: Scheme): FactsSheet {
  const terms = scheme.annualGradeRules.map(rule => ({ id: rule.annualGrade, name: rule.name }))
  return {
    name: '年度考核建议',
    list: 'annualGrades',
    optional: true,
    about: '拟评为有前提条件的年度考核等次的单位，一行一个；其他等次不用填。',
    columns: [
      unitColumn(),
      termColumn('建议等次', 'annualGrade', 'annualGrade', terms, '建议的年度考核等次'),
    ],
  }
}

/** Describes the history sheet (历年结果). (五（四）) */
export function historySheet(scheme: Scheme): FactsSheet {
  const answer = scheme.rulings.find(ruling => ruling.topic === 'overallGrades')?.answer as
    | OverallGradesAnswer
    | undefined
  return {
    name: '历年结果',
    list: 'history',
    optional: true,
    about: '以前各年的结果，一行是一个单位一年；用来算连续几年。没有就空着。',
    columns: [
      { header: '年度', field: 'cycle', kind: 'year', required: true, note: '以前的年度，如 2017' },
      unitColumn(),
      {
        header: '考核对象',
        field: 'person',
        kind: 'person',
        required: true,
        note: '当年的考核对象，填人员编号或姓名',
      },
      {
        header: '综合得分',
        field: 'composite',
        kind: 'decimal',
        required: true,
        note: '综合得分，最多三位小数',
      },
      { header: '名次', field: 'place', kind: 'count', required: true, note: '名次，从 1 起' },
      {
        header: '倒数第几',
        field: 'fromBottom',
        kind: 'count',
        required: true,
        note: '倒数第几名，最后一名是 1',
      },
      { header: '参加排名数', field: 'of', kind: 'count', note: '一共多少个参加排名' },
      termColumn('等次', 'grade', 'grade', answer?.grades ?? [], '综合评价等次'),
      { header: '失分行', field: 'rowsLost', kind: 'rowList', note: '失分的行，如 四.4、一.2', width: 24 },
    ],
  }
}
