import { receiptFields } from '../../../contract/documents/documentsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { OneDocument } from './documentTypes.ts'

interface Props {
  readonly year: number
  readonly one: OneDocument
  readonly onClose: () => void
}

/** Records that an issued document was received. */
export function ReceiptForm({ year, one, onClose }: Props) {
  const act = useAct('POST /api/years/:year/documents/:document/receipt', { done: '回执已登记' })
  const today = useAnswer('GET /api/years/:year', { params: { year } }).data?.today ?? ''
  const form = useForm(
    {
      ...receiptFields,
      receivedOn: { ...receiptFields.receivedOn, until: today || undefined },
    },
    {
      start: { receiver: '', receivedOn: today, note: '' },
      acts: [act],
      refusedAt: { receiptDayWrong: 'receivedOn' },
      send: body => act.run({ params: { year, document: one.id }, body }),
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title="登记回执"
      confirm="登记"
      what="登记后不能修改，请照对方的回执填写。"
      onClose={onClose}
    />
  )
}
