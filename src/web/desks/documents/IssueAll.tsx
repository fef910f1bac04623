import { issueFields } from '../../../contract/documents/documentsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { useQueryClient } from '@tanstack/react-query'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { useJobFile } from '../results/useJobFile.ts'
import type { KindCount } from './documentTypes.ts'
import { useIssuerField } from './useIssuerField.ts'

interface Props {
  readonly year: number
  readonly today: string
  readonly kind: KindCount
  readonly onClose: () => void
}

/** Issues all drafts of a kind in the background; the register of numbers is saved when it is done. */
export function IssueAll({ year, today, kind, onClose }: Props) {
  const queries = useQueryClient()
  const act = useAct('POST /api/years/:year/documents/issue', { refresh: [] })
  const { field, first } = useIssuerField()
  const file = useJobFile(() => {
    void queries.invalidateQueries()
    onClose()
  })
  const form = useForm(
    { issuer: field, day: { ...issueFields.day, until: today } },
    {
      start: { issuer: first, day: today },
      acts: [act],
      send: body => act.run({ params: { year }, body: { ...body, kind: kind.kind } }),
      after: ({ job }) => file.follow(job),
    },
  )
  return (
    <FormModal
      form={form}
      title={`印发全部“${kind.name}”`}
      confirm={`印发${kind.drafts}份`}
      waits={file.progress !== undefined}
      what={
        <>
          <p>每份各编一个字号，依次接着编。印发后的文件不能再改，只能另发一份更正。</p>
          {file.fault !== undefined && <p className="bad">{file.fault}</p>}
          {file.progress !== undefined && (
            <ProgressLine label={file.stage} done={Math.round(file.progress * 100)} total={100} />
          )}
        </>
      }
      onClose={onClose}
    />
  )
}
