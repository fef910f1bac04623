import { serveFields } from '../../../contract/consequences/consequencesFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { type Consequence, effectOf } from './consequence.ts'

interface Props {
  readonly year: number
  readonly one: Consequence
}

/** Records the service of a notice: recipient, day and wording, prefilled from what is known. */
export function ServeForm({ year, one }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/notice', { done: '送达已登记' })
  const today = useAnswer('GET /api/years/:year', { params: { year } }).data?.today ?? ''
  const person = one.on === 'appraisee' && one.personName !== undefined ? ` ${one.personName}` : ''
  const form = useForm(
    { ...serveFields, servedOn: { ...serveFields.servedOn, until: today || undefined } },
    {
      start: {
        to: one.unitName + person,
        servedOn: today,
        text: `根据${one.citation}，${one.name}：${effectOf(one)}，执行年度${one.takesEffect}年。`,
      },
      acts: [act],
      send: body => act.run({ params: { year, unit: one.unit, rule: one.rule }, body }),
    },
  )
  return <InlineForm form={form} className="notice-form" confirm="登记送达" />
}
