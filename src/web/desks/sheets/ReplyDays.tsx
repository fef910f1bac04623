import { Button } from 'antd'
import { useState } from 'react'
import { replySettingFields } from '../../../contract/sheets/sheetsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { SheetList } from './sheetTypes.ts'

interface Props {
  readonly year: number
  readonly settings: SheetList['settings']
}

/** Sets the reply period in working days from the signature; sheets already signed keep their due day. */
export function ReplyDays({ year, settings: { replyDays, revision } }: Props) {
  const act = useAct('PUT /api/years/:year/reply-settings', { done: '答复期限已改' })
  const [open, setOpen] = useState(false)
  const form = useForm(replySettingFields, {
    start: { replyDays },
    acts: [act],
    send: sent => act.run({ params: { year }, body: { ...sent, revision } }),
    after: () => setOpen(false),
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>答复期限</Button>
      {open && (
        <FormModal
          form={form}
          title="单位答复的期限"
          confirm="保存"
          onClose={() => {
            form.drop()
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
