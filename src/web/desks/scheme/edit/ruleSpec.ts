import { type Field, NEW_ID, type Spec } from '../fields/fieldSpec.ts'

const points = (label: string): Field => ({ kind: 'number', key: 'points', label, unit: '分' })

const levels = (label: string, optional?: true): Field => ({
  kind: 'items',
  key: 'levels',
  label,
  ...(optional && { optional }),
  item: {
    fields: [{ kind: 'text', key: 'name' }, points('分值')],
    fresh: () => ({ id: NEW_ID, name: '', points: null }),
  },
})

const requirement: Spec = {
  fields: [
    { kind: 'ref', key: 'counter', of: 'counters' },
    { kind: 'option', key: 'per', of: 'per' },
    { kind: 'number', key: 'required', whole: true, unit: '次' },
  ],
  fresh: () => ({ counter: '', required: 1, per: 'year' }),
}

const band: Spec = {
  fields: [
    { kind: 'number', key: 'from', optional: true },
    { kind: 'number', key: 'to', optional: true },
    { kind: 'flag', key: 'fromOpen', optional: true },
    { kind: 'flag', key: 'toClosed', optional: true },
    points('扣分'),
  ],
  fresh: () => ({ points: null }),
}

/** Form spec of a rule, by its form. (附件) */
export const ruleSpec: Spec = {
  tag: {
    key: 'form',
    of: 'form',
    kinds: {
      flat: [points('扣分')],
      perOccurrence: [points('每项扣分')],
      personOccasion: [points('每人次扣分')],
      perShortfall: [points('每缺一次扣分'), { kind: 'items', key: 'requires', item: requirement }],
      discretionary: [{ kind: 'number', key: 'limit', unit: '分', optional: true, hint: '留空则依口径' }],
      range: [
        { kind: 'number', key: 'least', unit: '分' },
        { kind: 'number', key: 'limit', unit: '分' },
        { kind: 'number', key: 'step', unit: '分' },
      ],
      parallel: [levels('分档')],
      steps: [
        { kind: 'ref', key: 'measure', of: 'measures' },
        { kind: 'number', key: 'start' },
        { kind: 'option', key: 'direction', of: 'direction' },
        { kind: 'number', key: 'size' },
        points('每一步扣分'),
        { kind: 'option', key: 'partial', of: 'partial' },
      ],
      tiers: [
        { kind: 'ref', key: 'measure', of: 'measures' },
        { kind: 'items', key: 'bands', item: band },
      ],
      zeroRow: [],
      bonus: [
        {
          kind: 'number',
          key: 'points',
          label: '加分',
          unit: '分',
          optional: true,
          hint: '一律加同样分的填这里，分档的填分档',
        },
        levels('加分分档', true),
        { kind: 'flag', key: 'each', optional: true },
        { kind: 'flag', key: 'highestOnly', optional: true },
      ],
    },
  },
  fields: [
    { kind: 'longText', key: 'text', label: '评分标准（用自己的话写）' },
    { kind: 'citation', key: 'citation', optional: true, rare: true },
    { kind: 'number', key: 'cap', optional: true, rare: true, unit: '分' },
    { kind: 'ref', key: 'counter', of: 'counters', optional: true, rare: true, none: '不从台账取数' },
    { kind: 'number', key: 'most', whole: true, optional: true, rare: true, unit: '次' },
    { kind: 'ref', key: 'ruling', of: 'rulings', optional: true, rare: true, none: '不依口径' },
    { kind: 'refs', key: 'exclusiveWith', of: 'rulesOfRow', optional: true, rare: true, none: '没有' },
    { kind: 'flag', key: 'unclear', optional: true, rare: true },
    {
      kind: 'items',
      key: 'multipliers',
      optional: true,
      rare: true,
      item: {
        fields: [
          { kind: 'text', key: 'name' },
          { kind: 'number', key: 'times' },
        ],
        fresh: () => ({ id: NEW_ID, name: '', times: 2 }),
      },
    },
  ],
  fresh: () => ({ id: NEW_ID, form: 'perOccurrence', points: 1, text: '' }),
}

/** Form spec of a row, without its rules. (附件) */
export const rowSpec: Spec = {
  fields: [
    { kind: 'text', key: 'id', label: '行号' },
    { kind: 'text', key: 'title' },
    { kind: 'number', key: 'base', unit: '分' },
    { kind: 'ref', key: 'section', of: 'sections' },
    { kind: 'citation', key: 'citation' },
    {
      kind: 'numberOr',
      key: 'floor',
      word: 'negative',
      said: '可以倒扣',
      optional: true,
      hint: '扣完为止填 0；留空则依口径',
    },
    { kind: 'number', key: 'cap', optional: true, unit: '分' },
    { kind: 'refs', key: 'tiers', of: 'tiers', optional: true, none: '所有层级' },
    { kind: 'items', key: 'rules', item: ruleSpec },
  ],
  fresh: () => ({ id: '', section: '', title: '', base: null, citation: '', rules: [] }),
}

/** Form spec of an item of a list: a row of its own section. */
export const listSpec: Spec = {
  fields: rowSpec.fields.filter(field => field.key !== 'section'),
  fresh: () => ({ id: '', section: '清单', title: '', base: 0, floor: 'negative', citation: '', rules: [] }),
}

/** Form spec of a verified item (核实项目). */
export const sectionSpec: Spec = {
  fields: [
    { kind: 'text', key: 'id', label: '编号' },
    { kind: 'text', key: 'title' },
    { kind: 'number', key: 'deductionCap', optional: true, unit: '分' },
    { kind: 'citation', key: 'citation', optional: true },
  ],
  fresh: () => ({ id: '', title: '' }),
}
