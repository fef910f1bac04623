import type { RuleField } from '../../../../contract/scheme/forms/formWords.ts'
import { ruleFormWords } from '../../../../contract/scheme/forms/ruleFormWords.ts'
import { type Field, NEW_ID, type Spec } from '../fields/fieldSpec.ts'

function specOf(fields: Readonly<Record<string, RuleField>>): readonly Field[] {
  return Object.entries(fields).map(([key, field]): Field => {
    if (field.kind === 'option') return { ...field, key, of: key }
    if (field.kind !== 'items') return { ...field, key }
    const id = field.hasIds === true ? { id: NEW_ID } : {}
    return { ...field, key, item: { fields: specOf(field.fields), fresh: () => ({ ...id, ...field.fresh }) } }
  })
}

/** Form spec of a rule, by its form. (附件) */
export const ruleSpec: Spec = {
  tag: {
    key: 'form',
    of: 'form',
    kinds: Object.fromEntries(
      Object.entries(ruleFormWords).map(([form, { fields }]) => [form, specOf(fields)]),
    ),
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
    { kind: 'number', key: 'base', optional: true, unit: '分', hint: '通知给出的才填，各行合计应与它相等' },
    { kind: 'number', key: 'deductionCap', optional: true, unit: '分' },
    { kind: 'citation', key: 'citation', optional: true },
  ],
  fresh: () => ({ id: '', title: '' }),
}
