import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { choiceField } from '../../../contract/shape/field.ts'
import { commentFields } from '../../../contract/reports/reportsFields.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Report } from './reportTypes.ts'

interface Props {
  readonly report: Report
  /** The paragraph; the whole report if omitted. */
  readonly paragraph?: string
}

/** Opens a form to comment on a paragraph, or on the report as a whole. */
export function CommentForm({ report, paragraph }: Props) {
  const [open, setOpen] = useState(false)
  const vetters = report.vetters.filter(({ mayVet }) => mayVet)
  if (vetters.length === 0 || report.state !== 'handedIn') return null
  if (!open)
    return (
      <Button type="link" size="small" className="report-comment-open" onClick={() => setOpen(true)}>
        {paragraph === undefined ? '批注全文' : '批注'}
      </Button>
    )
  return <Form report={report} paragraph={paragraph} vetters={vetters} onClose={() => setOpen(false)} />
}

function Form({
  report: { year, unit, handedIn },
  paragraph,
  vetters,
  onClose,
}: Props & { readonly vetters: Report['vetters']; readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/units/:unit/report/comments', { done: '批注已保存' })
  const fields = {
    vetter: choiceField('批注部门', {
      look: 'radio',
      options: vetters.map(({ vetter, name }) => ({ value: vetter, label: name })),
    }),
    text: commentFields.text,
  }
  const form = useForm(fields, {
    start: { vetter: vetters[0]!.vetter },
    keep: `report comment ${year} ${unit} ${paragraph ?? 'whole'}`,
    hidden: () => (vetters.length === 1 ? ['vetter'] : []),
    acts: [act],
    send: ({ text, vetter = vetters[0]!.vetter }) =>
      act.run({ params: { year, unit }, body: { vetter, nth: handedIn!.nth, paragraph, text } }),
    after: onClose,
  })
  return (
    <InlineForm
      form={form}
      confirm="保存批注"
      className="report-comment-form"
      label="写批注"
      quiet
      aside={<Button onClick={onClose}>取消</Button>}
      foot="buttons"
    />
  )
}
