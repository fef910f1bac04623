import {
  choiceField,
  numberField,
  quarterOptions,
  textField,
  unitField,
} from '../../../../contract/shape/field.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import type { SandboxProps } from './SandboxProps.ts'

interface Props extends SandboxProps {
  readonly onClose: () => void
}

type Document = CallAnswer<'GET /api/schemes/:version'>['document']
type Row = NonNullable<Document['rubrics']>[number]['rows'][number]
type Rule = Row['rules'][number]
type Texts = readonly { readonly value: string; readonly label: string }[]

const none: Texts = []
const ofRule = ['rule', 'level', 'amount', 'count', 'quarter', 'note'] as const

/** Adds a finding to the trial: unit, row, rule, and the fields of that form of rule. */
export function AddFinding({ now, sandbox, onChange, onClose }: Props) {
  const scheme = useAnswer('GET /api/schemes/:version', { params: { version: now.scheme.version } })
  const rows = scheme.data === undefined ? [] : rowsOf(scheme.data.document)
  const units = now.rows.map(one => ({ id: one.unit, name: one.name }))
  const find = (values: { readonly row: string; readonly rule: string }) => {
    const row = rows.find(one => one.id === values.row)
    return { row, rule: row?.rules.find(one => one.id === values.rule) }
  }
  const fields = {
    unit: unitField('单位', { units }),
    row: choiceField('核查内容', {
      look: 'search',
      options: rows.map(one => ({ value: one.id, label: `${one.id} ${one.title}` })),
      none: '选择评分细则的一行',
    }),
    rule: choiceField('评分标准', { look: 'search', options: none, none: '选择一条' }),
    level: choiceField('档次', { options: none, none: '请选择' }),
    amount: numberField('评定的分值', { min: 0, max: 1000 as number, step: 0.5 }),
    count: numberField('次数（项数、人次）', { min: 1, max: 999 }),
    quarter: choiceField('季度', { options: quarterOptions, none: '不分季度', optional: true }),
    note: textField('情况', { max: 500, lines: 2, optional: true }),
  }
  const form = useForm(fields, {
    start: { count: 1 },
    hidden: values => {
      const { row, rule } = find(values)
      if (row === undefined) return ofRule
      const asksAmount = rule?.form === 'discretionary' || rule?.form === 'range'
      return [
        ...(levelsOf(rule).length > 0 ? [] : (['level'] as const)),
        ...(asksAmount ? [] : (['amount'] as const)),
      ]
    },
    acts: [],
    send: async ({ level, amount, note, ...sent }) => {
      const { row, rule } = find(sent)
      const body = {
        ...sent,
        ...(!form.hidden.includes('amount') && { amount }),
        ...(!form.hidden.includes('level') && { level }),
        ...(note !== '' && { note }),
      }
      const name = units.find(one => one.id === sent.unit)?.name ?? ''
      const times = sent.count > 1 ? `，${sent.count}次` : ''
      const told = `${name}：${row!.id}${row!.title}，${rule!.text}${times}`
      onChange({ ...sandbox, add: [...sandbox.add, { fact: { kind: 'findings', body }, told }] })
      return told
    },
    after: onClose,
  })
  const { row, rule } = find(form.values)
  const shown = {
    ...form,
    fields: {
      ...fields,
      rule: {
        ...fields.rule,
        options: (row?.rules ?? []).map(({ id, text }) => ({ value: id, label: text })),
      },
      level: { ...fields.level, options: levelsOf(rule).map(({ id, name }) => ({ value: id, label: name })) },
      amount: { ...fields.amount, max: row?.base ?? 1000 },
    },
    change: (part: Partial<typeof form.values>) =>
      form.change({
        ...(part.row !== undefined && { rule: '' }),
        ...((part.row ?? part.rule) !== undefined && { level: '', amount: undefined }),
        ...part,
      }),
  }
  return (
    <FormModal
      form={form}
      title="试算时增加一条核查情况"
      confirm="增加"
      width={560}
      waits={!form.isComplete}
      onClose={onClose}
    >
      <FormFields of={shown} only={['unit', 'row', 'rule']} />
      <FormFields of={shown} only={['level', 'amount', 'count', 'quarter']} className="add-finding-line" />
      <FormFields of={shown} only={['note']} />
    </FormModal>
  )
}

function rowsOf({ rubrics, lists }: Document): readonly Row[] {
  return [...(rubrics ?? []).flatMap(rubric => rubric.rows), ...(lists ?? [])]
}

function levelsOf(rule: Rule | undefined): readonly { readonly id: string; readonly name: string }[] {
  return rule !== undefined && 'levels' in rule ? (rule.levels ?? []) : []
}
