import { type Field, NEW_ID, type Spec } from '../fields/fieldSpec.ts'

const name: Field = { kind: 'text', key: 'name' }
const citation: Field = { kind: 'citation', key: 'citation' }

/** Form spec of an item with id and name. */
export const namedSpec: Spec = { fields: [name], fresh: () => ({ id: NEW_ID, name: '' }) }

/** Form spec of the basics: the scheme's own fields and its notice. */
export const basicsSpec: Spec = {
  fields: [
    { kind: 'text', key: 'title', label: '方案名称' },
    { kind: 'text', key: 'institution' },
    { kind: 'number', key: 'cycle', whole: true },
    { kind: 'text', key: 'id', label: '方案编号', hint: '同一编号的各版本前后相承；下一年度请换编号' },
    { kind: 'number', key: 'base', unit: '分', label: '综合得分的满分' },
    {
      kind: 'number',
      key: 'start',
      optional: true,
      unit: '分',
      label: '起始分',
      hint: '不设分项、只按清单加减分的才填',
    },
    { kind: 'citation', key: 'compositeCitation', optional: true },
    {
      kind: 'group',
      key: 'notice',
      spec: {
        fields: [
          { kind: 'text', key: 'title' },
          { kind: 'text', key: 'number' },
          { kind: 'day', key: 'issuedOn' },
          { kind: 'texts', key: 'issuers' },
        ],
        fresh: () => ({ title: '', number: '', issuedOn: '', issuers: [] }),
      },
    },
  ],
  fresh: () => ({}),
}

/** Form spec of the scope and the appraised units. (一) */
export const scopeSpec: Spec = {
  fields: [
    citation,
    { kind: 'texts', key: 'levels' },
    {
      kind: 'items',
      key: 'answers',
      label: '考核对象的确定（取第一个适用的）',
      item: {
        fields: [
          { kind: 'texts', key: 'kinds', optional: true, hint: '留空则不分类别' },
          { kind: 'flag', key: 'headedByLeader', optional: true },
          { kind: 'text', key: 'post' },
          { kind: 'number', key: 'rank', whole: true, optional: true },
          { kind: 'text', key: 'why' },
          citation,
        ],
        fresh: () => ({ post: '', why: '', citation: '' }),
      },
    },
  ],
  fresh: () => ({ citation: '', levels: [], answers: [] }),
}

/** Form spec of a deadline. */
export const deadlineSpec: Spec = {
  fields: [
    name,
    { kind: 'monthDay', key: 'from', optional: true },
    { kind: 'monthDay', key: 'due' },
    { kind: 'flag', key: 'nextYear', optional: true },
    citation,
    { kind: 'ref', key: 'ruling', of: 'rulings', optional: true, none: '不依口径' },
  ],
  fresh: () => ({ id: NEW_ID, name: '', due: '12-31', citation: '' }),
}

/** Form spec of a ledger counter. */
export const counterSpec: Spec = {
  fields: [
    name,
    { kind: 'option', key: 'kind', of: 'counters.kind' },
    citation,
    { kind: 'option', key: 'from', of: 'counters.from', optional: true, rare: true, none: '逐条登记' },
  ],
  fresh: () => ({ id: NEW_ID, name: '', kind: 'done', citation: '' }),
}

/** Form spec of a measure. */
export const measureSpec: Spec = {
  fields: [
    name,
    { kind: 'text', key: 'unit' },
    { kind: 'number', key: 'least', optional: true },
    { kind: 'number', key: 'most', optional: true },
    citation,
  ],
  fresh: () => ({ id: NEW_ID, name: '', unit: '%', citation: '' }),
}

/** Form spec of a kind of debrief meeting. (三（二）4) */
export const meetingsSpec: Spec = {
  fields: [
    name,
    citation,
    { kind: 'ref', key: 'component', of: 'components' },
    { kind: 'refs', key: 'tiers', of: 'tiers', optional: true, none: '所有层级' },
    { kind: 'option', key: 'convenor', of: 'convenor' },
    { kind: 'ref', key: 'deadline', of: 'deadlines', optional: true, none: '不限' },
    { kind: 'number', key: 'recountDays', whole: true, optional: true, unit: '天', hint: '留空则不受理' },
  ],
  fresh: () => ({ id: NEW_ID, name: '', citation: '', component: '', convenor: 'committee' }),
}

const places: readonly Field[] = [
  { kind: 'number', key: 'from', whole: true },
  { kind: 'number', key: 'to', whole: true },
]

/** Form spec of a consequence (结果运用). (五（三）（四）) */
export const consequenceSpec: Spec = {
  fields: [
    name,
    {
      kind: 'group',
      key: 'when',
      spec: {
        tag: {
          key: 'by',
          of: 'by',
          kinds: {
            fromBottom: places,
            fromTop: places,
            grade: [{ kind: 'refs', key: 'grades', of: 'grades' }],
          },
        },
        fields: [],
        fresh: () => ({ by: 'fromBottom', from: 1, to: 1 }),
      },
    },
    {
      kind: 'group',
      key: 'years',
      optional: true,
      spec: {
        fields: [
          { kind: 'number', key: 'from', whole: true },
          { kind: 'number', key: 'to', whole: true, optional: true, hint: '留空则以后每年都适用' },
        ],
        fresh: () => ({ from: 2 }),
      },
    },
    { kind: 'option', key: 'on', of: 'on' },
    {
      kind: 'group',
      key: 'effect',
      spec: {
        tag: {
          key: 'kind',
          of: 'effect.kind',
          kinds: {
            performanceDeduction: [{ kind: 'number', key: 'points', unit: '分', label: '扣分' }],
            measure: [
              { kind: 'text', key: 'measure' },
              { kind: 'flag', key: 'nextYear' },
              { kind: 'option', key: 'followUp', of: 'followUp', optional: true, none: '没有写明' },
            ],
          },
        },
        fields: [],
        fresh: () => ({ kind: 'performanceDeduction', points: 1 }),
      },
    },
    citation,
    { kind: 'ref', key: 'ruling', of: 'rulings', optional: true, none: '不依口径' },
  ],
  fresh: () => ({
    id: NEW_ID,
    name: '',
    citation: '',
    when: { by: 'fromBottom', from: 1, to: 1 },
    on: 'unit',
    effect: { kind: 'performanceDeduction', points: 1 },
  }),
}

/** Form spec of a veto (一票否决). */
export const vetoSpec: Spec = {
  fields: [
    { ...name, hint: '同一事项一年内不论几次，只作用一次' },
    {
      kind: 'group',
      key: 'effect',
      spec: {
        tag: {
          key: 'kind',
          of: 'effect.kind',
          kinds: {
            deduct: [{ kind: 'number', key: 'points', unit: '分', label: '扣分' }],
            zero: [],
            disqualify: [],
            gradeCap: [{ kind: 'ref', key: 'grade', of: 'grades' }],
            grade: [{ kind: 'ref', key: 'grade', of: 'grades' }],
          },
        },
        fields: [],
        fresh: () => ({ kind: 'zero' }),
      },
    },
    citation,
  ],
  fresh: () => ({ id: NEW_ID, name: '', citation: '', effect: { kind: 'zero' } }),
}

/** Form spec of the conditions for an annual grade. (五（四）) */
export const annualGradeSpec: Spec = {
  fields: [
    { kind: 'text', key: 'name', label: '年度考核等次' },
    { kind: 'refs', key: 'needs', of: 'grades' },
    citation,
  ],
  fresh: () => ({ annualGrade: NEW_ID, name: '', needs: [], citation: '' }),
}

/** Form spec of a conversion target. */
export const conversionTargetSpec: Spec = {
  fields: [name, citation],
  fresh: () => ({ id: NEW_ID, name: '', citation: '' }),
}

/** Form spec of a registered clause. */
export const clauseSpec: Spec = {
  fields: [citation, { kind: 'text', key: 'restated' }, { kind: 'flag', key: 'computes' }],
  fresh: () => ({ citation: '', restated: '', computes: false }),
}
