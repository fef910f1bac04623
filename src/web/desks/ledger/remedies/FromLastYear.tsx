import { App, Button } from 'antd'
import { useState } from 'react'
import { dayField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'

const fields = { deadline: dayField('整改期限（可不填）', { optional: true }) }

/** Lists problems from last year's lost points; items already listed are not added again. */
export function FromLastYear({ year }: { readonly year: number }) {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/remedies/from-last-year')
  const form = useForm(fields, {
    acts: [act],
    send: body => act.run({ params: { year }, body }),
    after: ({ added, units }) => {
      setAsking(false)
      void message.success(
        added === 0
          ? '没有可列的：上年度失分的行都已列过，或没有上年度的结果'
          : `为${units}个单位列出${added}项`,
      )
    },
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>由上年度失分列出</Button>
      {asking && (
        <FormModal
          form={form}
          title="由上年度失分列出问题清单"
          confirm="列出"
          what={<p>上年度每个单位失分的每一行列为一项，由单位填写措施和佐证。已经列过的不重复。</p>}
          onClose={() => {
            setAsking(false)
            act.forget()
          }}
        />
      )}
    </>
  )
}
