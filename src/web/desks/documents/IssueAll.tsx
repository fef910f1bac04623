import { issueFields } from '../../../contract/documents/documentsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { KindCount } from './documentTypes.ts'
import { NoIssuer } from './NoIssuer.tsx'
import { useIssuerField } from './useIssuerField.ts'

interface Props {
  readonly year: number
  readonly today: string
  readonly kind: KindCount
  readonly onClose: () => void
}

/** Issues all drafts of a kind in the background; the page shows how far it is, and the register of numbers when it is done. */
export function IssueAll({ year, today, kind, onClose }: Props) {
  const act = useAct('POST /api/years/:year/documents/issue', {
    refresh: ['GET /api/jobs'],
    done: '已开始印发，可以离开本页',
  })
  const { field, first, isNone } = useIssuerField()
  const form = useForm(
    { issuer: field, day: { ...issueFields.day, until: today } },
    {
      start: { issuer: first, day: today },
      acts: [act],
      refusedAt: { issuedInFuture: 'day', issuedBeforeBasis: 'day' },
      send: body => act.run({ params: { year }, body: { ...body, kind: kind.kind } }),
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title={`印发全部“${kind.name}”`}
      confirm={`印发${kind.drafts}份`}
      waits={isNone}
      what={isNone ? <NoIssuer /> : '每份各编一个字号，依次接着编。印发后的文件不能再改，只能另发一份更正。'}
      onClose={onClose}
    />
  )
}
