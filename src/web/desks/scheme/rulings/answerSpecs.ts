import type { RulingTopic } from '../../../../domain/scheme/ruling.ts'
import type { MethodPart, SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { type Field, NEW_ID, type Spec, type TableRows } from '../fields/fieldSpec.ts'

/** Form specs of the answers with several fields, by topic. (R1-R23) */
export const answerSpecs: { readonly [T in RulingTopic]?: Spec } = {
  gradePoints: {
    fields: [{ kind: 'table', key: 'points', label: '各等次的分值', rows: gradesGiven }],
    fresh: () => ({ points: {} }),
  },
  ledgerTariff: {
    fields: [
      { kind: 'number', key: 'base', unit: '分' },
      {
        kind: 'table',
        key: 'tariff',
        rows: ({ counters }) => counters.filter(({ kind }) => kind === 'fault'),
        sparse: '不扣',
      },
    ],
    fresh: () => ({ base: 100, tariff: {} }),
  },
  surveyScale: {
    fields: [
      {
        kind: 'table',
        key: 'points',
        label: '各答案的分值',
        rows: fromMethods('survey', method => method.answers),
        nullable: '不计分',
      },
      {
        kind: 'table',
        key: 'weights',
        label: '各人群的权重',
        rows: fromMethods('survey', method => method.groups),
      },
      { kind: 'number', key: 'minimumValid', whole: true, unit: '份' },
      { kind: 'option', key: 'emptyGroup', of: 'emptyGroup' },
    ],
    fresh: () => ({ points: {}, weights: {}, minimumValid: 10, emptyGroup: 'refuse' }),
  },
  ballotScale: {
    fields: [
      { kind: 'option', key: 'pooling', of: 'pooling' },
      {
        kind: 'table',
        key: 'weights',
        optional: true,
        label: '各票种的权重',
        rows: fromMethods('ballots', method => method.classes),
      },
      { kind: 'option', key: 'emptyClass', of: 'emptyClass' },
      {
        kind: 'group',
        key: 'trim',
        optional: true,
        spec: {
          fields: [
            { kind: 'number', key: 'above', whole: true, unit: '张' },
            { kind: 'number', key: 'drop', whole: true, unit: '张' },
          ],
          fresh: () => ({ above: 5, drop: 1 }),
        },
      },
      { kind: 'items', key: 'voids', item: voidSpec() },
      {
        kind: 'table',
        key: 'gradePoints',
        optional: true,
        label: '评等次的票：各等次的分值',
        rows: fromMethods('ballots', method => method.grades ?? []),
        nullable: '弃权',
      },
    ],
    fresh: () => ({ pooling: 'plainMean', emptyClass: 'renormalise', voids: [] }),
  },
  ties: {
    fields: [
      { kind: 'refs', key: 'breakBy', of: 'components', none: '不再比较，直接并列' },
      { kind: 'option', key: 'acrossEdge', of: 'acrossEdge' },
      { kind: 'option', key: 'places', of: 'places' },
    ],
    fresh: () => ({ breakBy: [], acrossEdge: 'lighter', places: 'competition' }),
  },
  smallCohort: {
    tag: {
      key: 'kind',
      of: 'answer.kind',
      kinds: {
        count: [
          { kind: 'number', key: 'minimum', whole: true, unit: '个' },
          { kind: 'option', key: 'below', of: 'below' },
        ],
        share: [{ kind: 'number', key: 'ofEvery', whole: true, unit: '名' }],
      },
    },
    fields: [],
    fresh: () => ({ kind: 'count', minimum: 18, below: 'committee' }),
  },
  overallGrades: overallGradesSpec(),
  discretionary: {
    fields: [
      { kind: 'number', key: 'step', unit: '分' },
      { kind: 'numberOr', key: 'limit', word: 'row', said: '本行分值' },
      { kind: 'flag', key: 'reasonRequired' },
    ],
    fresh: () => ({ step: 0.5, limit: 'row', reasonRequired: true }),
  },
  reportDue: { fields: [{ kind: 'monthDay', key: 'due' }], fresh: () => ({ due: '12-10' }) },
  reportSides: {
    fields: [
      { kind: 'option', key: 'practice', of: 'practice' },
      { kind: 'option', key: 'lastYear', of: 'lastYear' },
    ],
    fresh: () => ({ practice: 'results', lastYear: 'problems' }),
  },
  smallClasses: {
    fields: [
      { kind: 'number', key: 'least', label: '有效票少于几张', whole: true, unit: '张', hint: '不小于 5' },
      { kind: 'option', key: 'small', of: 'small' },
    ],
    fresh: () => ({ least: 5, small: 'merge' }),
  },
  performanceConversion: {
    fields: [{ kind: 'number', key: 'percent', unit: '%' }],
    fresh: () => ({ percent: 10 }),
  },
  doubleCounting: {
    fields: [
      { kind: 'refs', key: 'counters', of: 'faultCounters', label: '两处都写到的台账事项', none: '没有' },
      { kind: 'option', key: 'countsIn', of: 'countsIn' },
    ],
    fresh: () => ({ counters: [], countsIn: 'both' }),
  },
  knowledgeTest: {
    tag: {
      key: 'use',
      of: 'use',
      kinds: { informs: [], rule: [{ kind: 'ruleOfRow', key: 'rule', label: '所依规则' }] },
    },
    fields: [],
    fresh: () => ({ use: 'informs' }),
  },
  rounding: {
    fields: [
      { kind: 'number', key: 'decimals', whole: true, unit: '位', hint: '0 至 3' },
      { kind: 'option', key: 'half', of: 'half' },
      { kind: 'flag', key: 'roundComponents' },
    ],
    fresh: () => ({ decimals: 2, half: 'up', roundComponents: true }),
  },
  midYearChange: {
    tag: {
      key: 'answers',
      of: 'answer.answers',
      kinds: { holderOnDay: [{ kind: 'monthDay', key: 'day' }], longestHolder: [] },
    },
    fields: [],
    fresh: () => ({ answers: 'holderOnDay', day: '12-31' }),
  },
  leadInspections: {
    tag: {
      key: 'use',
      of: 'use',
      kinds: { informs: [], weighted: [{ kind: 'number', key: 'percent', unit: '%' }] },
    },
    fields: [],
    fresh: () => ({ use: 'informs' }),
  },
}

function overallGradesSpec(): Spec {
  const grade: Field = { kind: 'ref', key: 'grade', of: 'grades' }
  return {
    fields: [
      {
        kind: 'items',
        key: 'grades',
        label: '等次（自最好者起）',
        item: {
          fields: [
            { kind: 'text', key: 'name' },
            { kind: 'number', key: 'from', unit: '分' },
            { kind: 'number', key: 'to', unit: '分' },
            { kind: 'flag', key: 'fromOpen', optional: true },
            { kind: 'flag', key: 'toClosed', optional: true },
          ],
          fresh: () => ({ id: NEW_ID, name: '', from: null, to: null }),
        },
      },
      {
        kind: 'items',
        key: 'quotas',
        item: {
          fields: [
            grade,
            { kind: 'option', key: 'kind', of: 'quotas.kind' },
            { kind: 'number', key: 'percent', unit: '%' },
            { kind: 'option', key: 'round', of: 'round' },
            { kind: 'citation', key: 'citation', optional: true },
          ],
          fresh: () => ({ kind: 'atMost', grade: '', percent: null, round: 'down' }),
        },
      },
      {
        kind: 'items',
        key: 'preconditions',
        item: {
          fields: [
            grade,
            { kind: 'ref', key: 'component', of: 'components' },
            { kind: 'number', key: 'atLeast', unit: '分' },
            { kind: 'citation', key: 'citation', optional: true },
          ],
          fresh: () => ({ grade: '', component: '', atLeast: null }),
        },
      },
    ],
    fresh: () => ({ grades: [], quotas: [], preconditions: [] }),
  }
}

function voidSpec(): Spec {
  return {
    tag: {
      key: 'kind',
      of: 'voids.kind',
      kinds: {
        allEqual: [],
        tooManyHigh: [
          { kind: 'number', key: 'moreThan', whole: true, unit: '个' },
          { kind: 'number', key: 'atLeast', unit: '分' },
        ],
      },
    },
    fields: [],
    fresh: () => ({ kind: 'allEqual' }),
  }
}

type Kind = MethodPart['kind']

/** Lists items from the methods of one kind, of the component that the ruling is for, else of all. */
function fromMethods<K extends Kind>(
  kind: K,
  things: (
    method: Extract<MethodPart, { kind: K }>,
  ) => readonly { readonly id: string; readonly name: string }[],
): TableRows {
  return ({ components }: SchemeDocument, component) => {
    const found = components
      .filter(one => component === undefined || one.id === component)
      .flatMap(one => one.methods)
      .filter((method): method is Extract<MethodPart, { kind: K }> => method.kind === kind)
      .flatMap(things)
    return [...new Map(found.map(one => [one.id, one])).values()]
  }
}

function gradesGiven(
  document: SchemeDocument,
  component: string | undefined,
): readonly { readonly id: string; readonly name: string }[] {
  return fromMethods('quotaGrading', method => method.grades)(document, component)
}
