import { issueFields } from '../../../contract/documents/documentsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { OneDocument } from './documentTypes.ts'
import { NoIssuer } from './NoIssuer.tsx'
import { useIssuerField } from './useIssuerField.ts'

interface Props {
  readonly year: number
  readonly one: OneDocument
  readonly onClose: () => void
}

/** Issues a document: who issues it, its day and number. */
export function IssueForm({ year, one, onClose }: Props) {
  const act = useAct('POST /api/years/:year/documents/:document/issue', {
    done: ({ number }) => `已印发${number}`,
  })
  const today = useAnswer('GET /api/years/:year', { params: { year } }).data?.today ?? ''
  const { field, first, isNone } = useIssuerField()
  const form = useForm(
    { issuer: field, ...issueFields, day: { ...issueFields.day, until: today || undefined } },
    {
      start: { issuer: first, day: today },
      acts: [act],
      refusedAt: { documentNumberTaken: 'number', issuedInFuture: 'day' },
      send: sent =>
        act.run({ params: { year, document: one.id }, body: { ...sent, revision: one.revision } }),
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title="印发"
      confirm="编号并印发"
      waits={isNone}
      what={isNone ? <NoIssuer /> : '印发后的文件照原样留存，不能再改；确需改动的，另发一份更正。'}
      onClose={onClose}
    />
  )
}
