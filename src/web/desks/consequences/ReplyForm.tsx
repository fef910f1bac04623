import { replyFields } from '../../../contract/consequences/consequencesFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useMay } from '../../client/useMay.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Consequence } from './consequence.ts'

interface Props {
  readonly year: number
  readonly one: Consequence
}

/** Records the reply to a notice, once: by the unit, or on its behalf by the person who served it. */
export function ReplyForm({ year, one: { unit, rule, notice } }: Props) {
  const serves = useMay()('serveNotice')
  const label = serves ? '代为登记单位的回复' : replyFields.reply.label
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/reply', { done: '回复已保存' })
  const form = useForm(
    { reply: { ...replyFields.reply, label } },
    {
      acts: [act],
      send: sent =>
        act.run({ params: { year, unit, rule }, body: { ...sent, revision: notice?.revision ?? 0 } }),
    },
  )
  return (
    <InlineForm form={form} className="notice-form" confirm="保存回复" {...(serves && { quiet: true })} />
  )
}
