import { type Field, NEW_ID, type Spec } from '../fields/fieldSpec.ts'

const named = (key: string, label?: string): Field => ({
  kind: 'items',
  key,
  label,
  item: { fields: [{ kind: 'text', key: 'name' }], fresh: () => ({ id: NEW_ID, name: '' }) },
})

const methodSpec: Spec = {
  tag: {
    key: 'kind',
    of: 'methods.kind',
    kinds: {
      rubric: [
        { kind: 'ref', key: 'rubric', of: 'rubrics' },
        { kind: 'number', key: 'rounds', whole: true, unit: '轮' },
      ],
      ledger: [],
      quotaGrading: [
        { kind: 'option', key: 'within', of: 'within' },
        {
          kind: 'items',
          key: 'grades',
          label: '等次（自最好者起）',
          item: {
            fields: [
              { kind: 'text', key: 'name' },
              { kind: 'number', key: 'share', whole: true },
            ],
            fresh: () => ({ id: NEW_ID, name: '', share: 1 }),
          },
        },
      ],
      survey: [named('groups'), named('answers', '答案')],
      ballots: [
        { kind: 'option', key: 'marks', of: 'marks' },
        { kind: 'number', key: 'full', unit: '分' },
        named('classes'),
        named('grades', '等次（自最好者起；打分的不填）'),
      ],
      measure: [{ kind: 'ref', key: 'measure', of: 'measures' }],
    },
  },
  fields: [
    { kind: 'refs', key: 'tiers', of: 'tiers', optional: true, none: '所有层级' },
    { kind: 'citation', key: 'citation' },
    { kind: 'ref', key: 'ruling', of: 'rulings', optional: true, none: '不依口径' },
  ],
  fresh: () => ({ kind: 'ledger', citation: '' }),
}

const conversionSpec: Spec = {
  tag: {
    key: 'kind',
    of: 'conversion.kind',
    kinds: {
      ratioToBest: [{ kind: 'number', key: 'full', unit: '分', label: '最高者的得分' }],
      rankToPoints: [
        { kind: 'numbers', key: 'table' },
        { kind: 'number', key: 'step', unit: '分' },
        { kind: 'number', key: 'least', unit: '分' },
      ],
    },
  },
  fields: [{ kind: 'citation', key: 'citation' }],
  fresh: () => ({ kind: 'ratioToBest', full: null, citation: '' }),
}

/** Form spec of a component (考核分项). (三（一）（二）) */
export const componentSpec: Spec = {
  fields: [
    { kind: 'text', key: 'name' },
    { kind: 'number', key: 'weight', unit: '%', label: '权重' },
    { kind: 'number', key: 'base', unit: '分' },
    { kind: 'citation', key: 'citation' },
    { kind: 'items', key: 'methods', item: methodSpec },
    { kind: 'group', key: 'conversion', optional: true, spec: conversionSpec },
  ],
  fresh: ({ base }) => ({ id: NEW_ID, name: '', citation: '', weight: 0, base, methods: [] }),
}
