import { Button } from 'antd'
import { leadDutyFields } from '../../../../contract/routine/routineFields.ts'
import { choiceField, choicesField, unitField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { printDecimal } from '../../../kit/Points.tsx'
import type { DutySign, LeadDuty } from '../routineTypes.ts'

interface Props {
  readonly duty: LeadDuty
  readonly signs: readonly DutySign[]
  readonly onDone: () => void
}

/** Records a deduction: the amounts allowed by the ruling, in its steps, and the required reason. (R14, R30) */
export function LeadDutyForm({ duty, signs, onDone }: Props) {
  const { year, today, rules } = duty
  const act = useAct('POST /api/years/:year/routine/leadDuty', { done: '已登记' })
  const fields = {
    rule: choiceField('扣分标准', {
      options: rules.map((one, value) => ({ value, label: `${one.citation} ${one.text}` })),
    }),
    unit: unitField('牵头单位', {
      units: duty.units.map(one => ({ id: one.unit, name: one.unitName })),
      lacks: '请选择单位。',
    }),
    amount: choiceField('扣分', {
      options: [] as { value: number; label: string }[],
      none: '选择',
      lacks: '请选择分数。',
    }),
    foundOn: { ...leadDutyFields.foundOn, until: today },
    cited: choicesField('引用的迹象', {
      look: 'boxes',
      options: [] as { value: string; label: string }[],
      optional: true,
    }),
    reason: leadDutyFields.reason,
  }
  const form = useForm(fields, {
    keep: `leadDuty.${year}`,
    start: { rule: 0, foundOn: today },
    acts: [act],
    send: async ({ rule: at, ...sent }) => {
      const { row, rule } = rules[at]!
      const answer = await act.run({ params: { year }, body: { ...sent, row, rule } })
      if (answer !== undefined) onDone()
      return answer
    },
  })
  const rule = rules[Number(form.values.rule)]!
  const { least, most, step, cap } = rule
  const before = duty.records.filter(
    one => one.unit === form.values.unit && one.rule === rule.rule && one.withdrawn === undefined,
  )
  const recorded =
    before.length === 0
      ? ''
      : `，这个单位已登记${printDecimal(before.reduce((sum, one) => sum + one.amount, 0))}分`
  const cited = signs
    .filter(({ unit }) => unit === form.values.unit)
    .map(({ name, text }) => ({ value: `${name}：${text}`, label: `${name}：${text}` }))
  const options = Array.from({ length: Math.min(Math.round((most - least) / step) + 1, 200) }, (_, at) => {
    const value = Math.round((least + at * step) * 1000) / 1000
    return { value, label: `${printDecimal(value)}分` }
  })
  return (
    <InlineForm
      form={form}
      className="duty-form"
      label="登记扣分"
      confirm="登记扣分"
      foot="buttons"
      aside={<Button onClick={onDone}>取消</Button>}
    >
      {rules.length > 1 && <FormFields of={form} only={['rule']} />}
      <p className="soft">
        {rule.citation}，{rule.text}；每次{printDecimal(least)}至{printDecimal(most)}分
        {cap !== undefined && `；一个单位全年合计最多扣${printDecimal(cap)}分${recorded}`}
        {rule.rulings.map(ruling => `；口径${ruling.id}：${ruling.text}`).join('')}
      </p>
      <FormFields
        of={form}
        only={['unit', 'amount', 'foundOn']}
        now={{ amount: { options } }}
        className="record-what side-by-side"
      />
      {cited.length > 0 && <FormFields of={form} only={['cited']} now={{ cited: { options: cited } }} />}
      <FormFields of={form} only={['reason']} />
    </InlineForm>
  )
}
