import { Button } from 'antd'
import { useState } from 'react'
import { firstDayOf } from '../../../../domain/kernel/calendar.ts'
import { FileBox } from '../../../kit/files/FileBox.tsx'
import type { FilesAt } from '../../../kit/files/fileAddress.ts'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { type Acting, useForm } from '../../../kit/form/useForm.ts'
import type { Counter, Entry, EntryBody, Terms } from '../ledgerTypes.ts'
import { AfterEntry } from './AfterEntry.tsx'
import {
  bodyOf,
  draftFields,
  type EntryDraft,
  faultsOf,
  holds,
  periodOf,
  suggestTitle,
} from './entryDraft.ts'
import { KindField } from './KindField.tsx'
import { PeriodField } from './PeriodField.tsx'

type Core = Pick<EntryDraft, 'kind' | 'happenedOn' | 'period' | 'title'>

interface Props {
  /** Name under which what is typed is kept. */
  readonly keep: string
  readonly start: Partial<EntryDraft>
  readonly terms: Terms
  readonly counters: readonly Counter[]
  readonly act: Acting
  readonly confirm: string
  readonly at: FilesAt
  /** a correction requires a reason. */
  readonly isCorrection?: boolean
  readonly send: (body: EntryBody, reason: string) => Promise<Entry | undefined>
  readonly after: (entry: Entry) => unknown
}

/** Enters or corrects a ledger entry: what, when and how many took part. Title and period are derived and can be changed. */
export function EntryForm(props: Props) {
  const { keep, start, terms, counters, act, confirm, at, isCorrection = false, send, after } = props
  const [sending, setSending] = useState(false)
  const kindOf = (draft: Core) => terms.kinds.find(one => one.kind === draft.kind)
  const titleOf = (draft: Core) =>
    draft.title.trim() === '' ? suggestTitle(kindOf(draft), draft.happenedOn) : draft.title.trim()
  const closingOf = (draft: Core) => terms.periods.find(one => one.period === periodOf(draft, kindOf(draft)))
  const isLate = (draft: Core) =>
    closingOf(draft)?.state === 'past' || act.refused?.code === 'ledgerLateReasonMissing'
  const fields = {
    ...draftFields,
    files: {
      ...draftFields.files,
      show: ({ value, onChange }: Parameters<typeof draftFields.files.show>[0]) => (
        <FileBox label="附件" value={value} onChange={onChange} at={at} onBusy={setSending} />
      ),
    },
  }
  const form = useForm(fields, {
    keep,
    start,
    wrong: draft => faultsOf(draft, titleOf(draft)),
    hidden: draft => [
      ...(isLate(draft) ? [] : (['lateReason'] as const)),
      ...(isCorrection ? [] : (['reason'] as const)),
    ],
    acts: [act],
    send: ({ reason, ...sent }) => send(bodyOf(sent, titleOf(sent), isLate(sent)), reason),
    after,
  })
  const { values: draft, change } = form
  const [isFiled] = useState(draft.files.length > 0 || draft.rows.length > 0)
  const kind = kindOf(draft)
  const closing = closingOf(draft)
  const suggested = suggestTitle(kind, draft.happenedOn)
  return (
    <>
      {form.wasKept && (
        <p className="entry-kept" role="status">
          这里是上次没有登记完的内容。
          <Button type="link" size="small" onClick={form.drop}>
            重新填写
          </Button>
        </p>
      )}
      <InlineForm
        form={form}
        className="entry-form"
        confirm={sending ? '附件正在上传' : confirm}
        disabled={closing?.state === 'closed' || sending}
        noticeBelow="inFoot"
        foot="entry-send buttons-level"
        aside={
          act.refused?.code === 'ledgerTwin' && (
            <Button
              disabled={act.busy}
              onClick={() =>
                form.submitBy(({ reason, ...sent }) =>
                  send({ ...bodyOf(sent, titleOf(sent), isLate(sent)), twinMeant: true }, reason),
                )
              }
            >
              确实是另一次，仍然登记
            </Button>
          )
        }
      >
        <KindField
          kinds={terms.kinds}
          counters={counters}
          value={draft.kind}
          fault={form.faults['kind']}
          onChange={next => change({ kind: next, ...(draft.kind !== '' && { period: '' }) })}
        />
        <div className="entry-pair">
          <FormFields
            of={{
              ...form,
              change: part =>
                change({ ...part, ...(holds(draft.period, draft.happenedOn) && { period: '' }) }),
            }}
            only={['happenedOn']}
            now={{
              happenedOn: {
                until: terms.today,
                around: draft.period === '' ? undefined : firstDayOf(draft.period),
              },
            }}
          />
          <PeriodField kind={kind} draft={draft} terms={terms} onChange={period => change({ period })} />
        </div>
        <AfterEntry
          kind={kind}
          period={closing}
          counters={counters}
          draft={draft}
          isCorrection={isCorrection}
        />
        <FormFields of={form} only={['lateReason']} />
        <FormFields
          of={form}
          only={['title', 'participants']}
          className="entry-pair"
          now={{
            title: {
              placeholder: suggested,
              hint: draft.title === '' && suggested !== '' ? '不填即用所示的标题。' : undefined,
            },
          }}
        />
        <FormFields of={form} only={['note']} />
        <details className="entry-more" open={isFiled}>
          <summary>附件和其他用途（可不填，照片不是必需的）</summary>
          <FormFields
            of={form}
            only={['files', 'rows']}
            now={{
              rows: {
                options: terms.rows.map(row => ({ value: row.row, label: `${row.citation} ${row.title}` })),
              },
            }}
          />
        </details>
        <FormFields of={form} only={['reason']} />
      </InlineForm>
    </>
  )
}
