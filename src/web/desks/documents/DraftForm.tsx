import { findKind } from '../../../contract/documents/documentKinds.ts'
import { draftFields } from '../../../contract/documents/documentsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { OneDocument } from './documentTypes.ts'

/** Fields without a place on documents of a form: a record has neither addressee nor imprint, and only an upward letter names who signs it. */
const WITHOUT = {
  record: ['addressee', 'copyTo', 'attachments', 'signer'],
  letter: ['signer'],
  between: ['signer'],
  upward: [],
} as const satisfies Record<string, readonly (keyof typeof draftFields)[]>

/** Holds what a drafter may change; the figures come from the sealed result. What is typed is kept on this device until it is saved. */
export function useDraftForm(year: number, one: OneDocument) {
  const act = useAct('PUT /api/years/:year/documents/:document', { done: '草稿已保存' })
  const { title, addressee } = draftFields
  const form = useForm(
    {
      ...draftFields,
      title: { ...title, placeholder: one.defaults.title },
      addressee: {
        ...addressee,
        placeholder: one.defaults.addressee,
        hint: one.defaults.addressee === '' ? '请在印发前填写。' : '不填则写这份文件所对的单位。',
      },
    },
    {
      keep: `document.${one.id}`,
      saved: { revision: one.revision, values: one.edits },
      hidden: () => WITHOUT[findKind(one.kind)?.form ?? 'upward'],
      acts: [act],
      send: (sent, revision) => act.run({ params: { year, document: one.id }, body: { ...sent, revision } }),
    },
  )
  const isSaved = Object.entries(one.edits).every(
    ([key, saved]) => form.values[key as keyof typeof draftFields] === saved,
  )
  return { form, isSaved }
}

/** Shows what a drafter may change. */
export function DraftForm({ form }: Pick<ReturnType<typeof useDraftForm>, 'form'>) {
  return <InlineForm form={form} className="draft-form" label="草稿" confirm="保存草稿" quiet />
}
