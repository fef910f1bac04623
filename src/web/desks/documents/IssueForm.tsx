import { App } from 'antd'
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
  /** Whether what was typed into the draft is saved; it is issued as saved. */
  readonly isSaved: boolean
  readonly onClose: () => void
}

/** Issues a document: who issues it, its day and number. */
export function IssueForm({ year, one, isSaved, onClose }: Props) {
  const act = useAct('POST /api/years/:year/documents/:document/issue', {
    done: ({ number }) => `已印发${number}`,
  })
  const today = useAnswer('GET /api/years/:year', { params: { year } }).data?.today ?? ''
  const { field, first, lastOf, isNone } = useIssuerField()
  const { modal } = App.useApp()
  const form = useForm(
    { issuer: field, ...issueFields, day: { ...issueFields.day, until: today || undefined } },
    {
      start: { issuer: first, day: today },
      acts: [act],
      refusedAt: { documentNumberTaken: 'number', issuedInFuture: 'day', issuedBeforeBasis: 'day' },
      send: async sent => {
        const last = lastOf(sent.issuer)
        const skipped = (sent.number ?? 0) - last - 1
        // A number once given is not taken back, and the next ones follow it.
        const isMeant =
          skipped <= 0 ||
          (await modal.confirm({
            title: `编为${sent.number}号？`,
            content: `${last === 0 ? '这个代字本年度还没有编过号' : `上一号是${last}号`}，中间空${skipped}个号；以后的号接着${sent.number}号编，不能退回。`,
            okText: `编为${sent.number}号`,
            cancelText: '再改',
          }))
        return isMeant
          ? act.run({ params: { year, document: one.id }, body: { ...sent, revision: one.revision } })
          : undefined
      },
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title="印发"
      confirm="编号并印发"
      waits={isNone || !isSaved}
      what={
        isNone ? (
          <NoIssuer />
        ) : isSaved ? (
          '印发后的文件照原样留存，不能再改；确需改动的，另发一份更正。'
        ) : (
          <p className="bad">草稿有改动还没有保存，印发的文件上不会有。请先取消，点“保存草稿”，再印发。</p>
        )
      }
      onClose={onClose}
    />
  )
}
