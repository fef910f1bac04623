import type {
  BallotsMethod,
  Component,
  Method,
  QuotaGradingMethod,
  SurveyMethod,
} from '../../domain/scheme/component.ts'
import { printPoints } from '../../domain/kernel/points.ts'
import type { Named, Scheme } from '../../domain/scheme/scheme.ts'
import { type FactsColumn, type FactsSheet, termColumn, unitColumn } from './factsColumn.ts'

/** Describes the sheet of routine-management grades (日常管理等次). (三（二）1) */
export function gradingSheet(scheme: Scheme): FactsSheet {
  const { components, methods } = using<QuotaGradingMethod>(scheme, 'quotaGrading')
  return {
    name: '日常管理等次',
    list: 'gradings',
    about: '一行是一个单位的等次，由它的牵头单位评定。',
    columns: [
      unitColumn(),
      ...componentColumn(components),
      termColumn('等次', 'grade', 'grade', distinct(methods.flatMap(method => method.grades)), '评定的等次'),
      {
        header: '评定单位',
        field: 'by',
        kind: 'unitOrText',
        note: '评定等次的单位，即它的牵头单位',
        options: 'units',
        width: 28,
      },
      { header: '理由', field: 'reason', kind: 'text', note: '评定的理由', width: 36 },
    ],
  }
}

/** Describes the survey sheet (民意调查): one column per answer. (三（二）3) */
export function surveySheet(scheme: Scheme): FactsSheet {
  const { components, methods } = using<SurveyMethod>(scheme, 'survey')
  const answers = distinct(methods.flatMap(method => method.answers))
  const shared = new Set(answers.map(answer => answer.name)).size < answers.length
  return {
    name: '民意调查',
    list: 'surveys',
    about: '一行是一个单位一个人群的答卷汇总，各答案填份数，没有的填 0。',
    columns: [
      unitColumn(),
      ...componentColumn(components),
      termColumn(
        '人群',
        'group',
        'group',
        distinct(methods.flatMap(method => method.groups)),
        '调查的是哪个人群',
      ),
      ...answers.map((answer): FactsColumn => {
        const header = shared ? `${answer.name}（${answer.id}）` : answer.name
        return {
          header,
          field: `answers.${answer.id}`,
          kind: 'count',
          note: `答“${answer.name}”的份数，从 0 起的整数`,
        }
      }),
    ],
  }
}

/** Describes the sheet of ballot counts (计票结果): one row per unit and voter class. (四（四）) */
export function ballotCountLayout(scheme: Scheme): FactsSheet {
  const { components, methods } = using<BallotsMethod>(scheme, 'ballots')
  const grades = distinct(methods.flatMap(method => method.grades))
  return {
    name: '计票结果',
    list: 'ballotCounts',
    optional: true,
    about:
      '一行是一次会议公布的、一个票种对一个单位的计票结果；有它的单位不要再填测评票。几个票种合并计算的，票种之间用顿号隔开。',
    columns: [
      ...componentColumn(components),
      { header: '场次', field: 'session', kind: 'text', required: true, note: '哪一场测评会议', width: 20 },
      unitColumn('评价的是哪个单位，填名称或编号'),
      {
        header: '票种',
        field: 'voterClasses',
        kind: 'termList',
        what: 'voterClass',
        terms: distinct(methods.flatMap(method => method.classes)),
        required: true,
        note: '哪一类投票人的票，合并的用顿号隔开',
        width: 24,
      },
      {
        header: '评价',
        field: 'marks',
        kind: 'marks',
        terms: grades,
        note: '有效票的评价，相同的写乘号和票数，如 95×3、88，或 优秀×2、称职×5',
        width: 40,
      },
      { header: '废票', field: 'voided', kind: 'count', required: true, note: '废票张数，没有的填 0' },
      { header: '弃权', field: 'abstained', kind: 'count', required: true, note: '弃权张数，没有的填 0' },
      {
        header: '另行召开',
        field: 'elsewhere',
        kind: 'yesNo',
        note: '会议没有用本系统召开、按计票表录入的填“是”',
      },
    ],
  }
}

/** Describes the ballot sheet (测评票): one row per mark; the number only says which marks belong to one sheet. (四（四）) */
export function ballotSheetLayout(scheme: Scheme): FactsSheet {
  const { components, methods } = using<BallotsMethod>(scheme, 'ballots')
  const byPoints = methods.some(method => method.marks === 'points')
  const grades = distinct(methods.flatMap(method => method.grades))
  const full = [
    ...new Set(methods.filter(method => method.marks === 'points').map(method => printPoints(method.full))),
  ].join('或')
  return {
    name: '测评票',
    list: 'sheets',
    about:
      '一行是一张票对一个单位的评价。票号只用来说明哪些评价在同一张票上，不要写投票人。一张票有一处错，整张票都不读入。',
    columns: [
      ...componentColumn(components),
      { header: '场次', field: 'session', kind: 'text', required: true, note: '哪一场测评会议', width: 20 },
      {
        header: '票号',
        field: 'ballot',
        kind: 'text',
        required: true,
        note: '同一场次、同一票种内，一张票一个号',
      },
      termColumn(
        '票种',
        'voterClass',
        'voterClass',
        distinct(methods.flatMap(method => method.classes)),
        '哪一类投票人的票',
      ),
      unitColumn('评价的是哪个单位，填名称或编号'),
      ...(byPoints
        ? [{ header: '分数', field: 'points', kind: 'decimal', note: `打分，0 到满分 ${full}` } as const]
        : []),
      ...(grades.length > 0 ? [termColumn('等次', 'grade', 'grade', grades, '评等的票填等次', false)] : []),
    ],
  }
}

/** Returns the component column; present only where more than one component is scored this way. */
function componentColumn(components: readonly Component[]): readonly FactsColumn[] {
  return components.length > 1 ? [termColumn('分项', 'component', 'component', components, '哪个分项')] : []
}

/** Returns the components scored by a method, with their methods. */
export function using<M extends Method>(
  scheme: Scheme,
  kind: M['kind'],
): { readonly components: readonly Component[]; readonly methods: readonly M[] } {
  const components = scheme.components.filter(component =>
    component.methods.some(method => method.kind === kind),
  )
  return {
    components,
    methods: components.flatMap(component =>
      component.methods.filter(method => method.kind === kind),
    ) as unknown as M[],
  }
}

function distinct(terms: readonly Named[]): readonly Named[] {
  return [...new Map(terms.map(({ id, name }) => [id, { id, name }])).values()]
}
