import { type Field, NEW_ID, type Spec } from '../fields/fieldSpec.ts'
import { namedSpec } from './partSpecs.ts'

const name: Field = { kind: 'text', key: 'name' }
const citation: Field = { kind: 'citation', key: 'citation' }

/** Form spec of what a scheme asks of the debrief report. (六（二）) */
const rulesSpec: Spec = {
  fields: [
    citation,
    { kind: 'number', key: 'limit', whole: true, unit: '字' },
    { kind: 'ref', key: 'deadline', of: 'deadlines' },
    { kind: 'number', key: 'minutes', whole: true, optional: true },
    { kind: 'flag', key: 'slides', optional: true },
    { kind: 'items', key: 'bodies', item: namedSpec },
    { kind: 'flag', key: 'leadUnitVets' },
    {
      kind: 'items',
      key: 'sections',
      item: {
        fields: [name, { kind: 'option', key: 'meaning', of: 'meaning' }],
        fresh: () => ({ id: NEW_ID, name: '', meaning: 'results' }),
      },
    },
    {
      kind: 'items',
      key: 'shares',
      optional: true,
      item: {
        fields: [
          { kind: 'option', key: 'of', of: 'of' },
          { kind: 'number', key: 'from', optional: true },
          { kind: 'number', key: 'to', optional: true },
          citation,
        ],
        fresh: () => ({ of: 'problems', citation: '' }),
      },
    },
    {
      kind: 'items',
      key: 'areas',
      optional: true,
      item: { fields: [name, citation], fresh: () => ({ id: NEW_ID, name: '', citation: '' }) },
    },
    {
      kind: 'group',
      key: 'lateness',
      optional: true,
      spec: {
        fields: [
          { kind: 'ref', key: 'late', of: 'faultCounters' },
          { kind: 'ref', key: 'missing', of: 'faultCounters' },
        ],
        fresh: () => ({ late: '', missing: '' }),
      },
    },
  ],
  fresh: () => ({
    citation: '',
    limit: 2000,
    deadline: '',
    bodies: [],
    leadUnitVets: true,
    sections: [],
  }),
}

/** Form spec of the part: a scheme may ask for no report. */
export const reportSpec: Spec = {
  fields: [{ kind: 'group', key: 'report', optional: true, spec: rulesSpec }],
  fresh: () => ({}),
}
