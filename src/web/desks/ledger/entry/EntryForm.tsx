import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { firstDayOf } from '../../../../domain/kernel/calendar.ts'
import type { Refused } from '../../../client/Refused.ts'
import type { FilesAt } from '../../../kit/files/fileAddress.ts'
import { LongText } from '../../../kit/LongText.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Draft } from '../../../kit/useDraft.ts'
import { DayField } from '../../../kit/DayField.tsx'
import type { Counter, EntryBody, Terms } from '../ledgerTypes.ts'
import { AfterEntry } from './AfterEntry.tsx'
import { bodyOf, type EntryDraft, faultsOf, holds, periodOf, suggestTitle } from './entryDraft.ts'
import { EntryFiles } from './EntryFiles.tsx'
import { KindField } from './KindField.tsx'
import { PeriodField } from './PeriodField.tsx'

interface Props {
  readonly draft: Draft<EntryDraft>
  readonly terms: Terms
  readonly counters: readonly Counter[]
  readonly act: { readonly busy: boolean; readonly refused: Refused | undefined }
  readonly confirm: string
  readonly at: FilesAt
  /** a correction requires a reason. */
  readonly isCorrection?: boolean
  readonly onSend: (body: EntryBody, reason: string) => void
}

/** Enters or corrects a ledger entry: what, when and how many took part. Title and period are derived and can be changed. */
export function EntryForm({ draft, terms, counters, act, confirm, at, isCorrection = false, onSend }: Props) {
  const { value, change } = draft
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const kind = terms.kinds.find(one => one.kind === value.kind)
  const suggested = suggestTitle(kind, value.happenedOn)
  const title = value.title.trim() === '' ? suggested : value.title.trim()
  const closing = terms.periods.find(one => one.period === periodOf(value, kind))
  const needsLateReason = closing?.state === 'past' || act.refused?.code === 'ledgerLateReasonMissing'
  const faults = faultsOf(value, title, { lateReason: needsLateReason, reason: isCorrection })
  const told = (field: keyof EntryDraft) =>
    asked && faults[field] !== undefined ? { validateStatus: 'error' as const, help: faults[field] } : {}

  function send(twinMeant: boolean) {
    setAsked(true)
    if (Object.keys(faults).length > 0) {
      setTimeout(() =>
        form.current?.querySelector('.ant-form-item-has-error')?.scrollIntoView({ block: 'center' }),
      )
      return
    }
    onSend({ ...bodyOf(value, title, needsLateReason), twinMeant }, value.reason.trim())
  }

  return (
    <div ref={form}>
      {draft.wasKept && (
        <p className="entry-kept" role="status">
          这里是上次没有登记完的内容。
          <Button type="link" size="small" onClick={draft.drop}>
            重新填写
          </Button>
        </p>
      )}
      <Form layout="vertical" className="entry-form" onFinish={() => send(false)}>
        <KindField
          kinds={terms.kinds}
          counters={counters}
          value={value.kind}
          fault={asked ? faults.kind : undefined}
          onChange={next => change({ kind: next, ...(value.kind !== '' && { period: '' }) })}
        />
        <div className="entry-pair">
          <Form.Item label="哪一天办的" htmlFor="entry-day" required {...told('happenedOn')}>
            <DayField
              id="entry-day"
              value={value.happenedOn}
              until={terms.today}
              around={value.period === '' ? undefined : firstDayOf(value.period)}
              onChange={day =>
                change({ happenedOn: day, ...(holds(value.period, value.happenedOn) && { period: '' }) })
              }
            />
          </Form.Item>
          <PeriodField kind={kind} draft={value} terms={terms} onChange={period => change({ period })} />
        </div>
        <AfterEntry
          kind={kind}
          period={closing}
          counters={counters}
          draft={value}
          isCorrection={isCorrection}
        />
        {needsLateReason && (
          <Form.Item label="补录的原因" htmlFor="entry-late" required {...told('lateReason')}>
            <LongText
              id="entry-late"
              value={value.lateReason}
              onChange={lateReason => change({ lateReason })}
            />
          </Form.Item>
        )}
        <div className="entry-pair">
          <Form.Item
            label="标题"
            htmlFor="entry-title"
            {...told('title')}
            {...(value.title === '' && suggested !== '' && { extra: '不填即用所示的标题。' })}
          >
            <Input
              id="entry-title"
              value={value.title}
              placeholder={suggested}
              maxLength={200}
              onChange={event => change({ title: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="参加人数（可不填）" htmlFor="entry-people" {...told('participants')}>
            <Input
              id="entry-people"
              value={value.participants}
              inputMode="numeric"
              maxLength={7}
              onChange={event => change({ participants: event.target.value.trim() })}
            />
          </Form.Item>
        </div>
        <Form.Item label="备注（可不填）" htmlFor="entry-note">
          <LongText id="entry-note" value={value.note} onChange={note => change({ note })} />
        </Form.Item>
        <EntryFiles
          files={value.files}
          rows={value.rows}
          terms={terms}
          at={at}
          onFiles={files => change({ files })}
          onRows={rows => change({ rows })}
          onBusy={setSending}
        />
        {isCorrection && (
          <Form.Item label="为什么更正" htmlFor="entry-reason" required {...told('reason')}>
            <LongText id="entry-reason" value={value.reason} onChange={reason => change({ reason })} />
          </Form.Item>
        )}
        <div className="entry-send buttons-level">
          <RefusedNotice error={act.refused} />
          <Button
            type="primary"
            htmlType="submit"
            loading={act.busy}
            disabled={closing?.state === 'closed' || sending}
          >
            {sending ? '附件正在上传' : confirm}
          </Button>
          {act.refused?.code === 'ledgerTwin' && (
            <Button disabled={act.busy} onClick={() => send(true)}>
              确实是另一次，仍然登记
            </Button>
          )}
        </div>
      </Form>
    </div>
  )
}
