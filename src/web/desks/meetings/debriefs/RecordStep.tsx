import { Button } from 'antd'
import { useState } from 'react'
import { debriefRecordFields } from '../../../../contract/meetings/debriefMeetingFields.ts'
import { debriefSides } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { useAct } from '../../../client/useAct.ts'
import { type ChosenFile, FileBox } from '../../../kit/files/FileBox.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { ownField } from '../../../kit/form/formValues.ts'
import { useForm } from '../../../kit/form/useForm.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { StepProps } from '../meetingTypes.ts'

/** Lets the unit record the count of a meeting in its dual debriefs (双述双评), or take it back. */
export function RecordStep({ year, meeting }: StepProps) {
  const [open, setOpen] = useState<'record' | 'reopen'>()
  const { phase, convenes } = meeting
  const isRecorded = phase === 'accepted'
  const close = () => setOpen(undefined)
  return (
    <>
      <p>
        {isRecorded
          ? '各人的评议结果已由计票登记，台账随之登记。'
          : '计票后登记：各人得到的票数由计票填入双述双评，台账随之登记，不再手工填写。'}
      </p>
      <div className="buttons">
        {convenes && phase === 'counted' && (
          <Button type="primary" onClick={() => setOpen('record')}>
            登记到双述双评
          </Button>
        )}
        {convenes && (isRecorded || phase === 'counted') && (
          <Button onClick={() => setOpen('reopen')}>{isRecorded ? '收回登记' : '收回计票'}</Button>
        )}
        <LinkButton to={`/${year}/dualDebriefs`}>双述双评名单</LinkButton>
      </div>
      {open === 'record' && <RecordForm year={year} meeting={meeting} onClose={close} />}
      {open === 'reopen' && <Reopen year={year} meeting={meeting} onClose={close} />}
    </>
  )
}

type Props = StepProps & { readonly onClose: () => void }

function RecordForm({ year, meeting, onClose }: Props) {
  const { id, lead, dual, revision } = meeting
  const at = { year, unit: lead! }
  const act = useAct('POST /api/years/:year/meetings/:meeting/debriefs', {
    done: '已登记，台账随之登记',
  })
  const fields = {
    files: ownField<readonly ChosenFile[]>({
      label: '佐证：签字的计票单、会议记录等附件（可不附）',
      start: [],
      show: ({ value, onChange }) => <FileBox label="附件" value={value} onChange={onChange} at={at} />,
    }),
    ...debriefRecordFields,
  }
  const form = useForm(fields, {
    keep: `debriefsRecorded.${id}`,
    acts: [act],
    refusedAt: { ledgerLateReasonMissing: 'lateReason' },
    send: ({ files, ...sent }) => {
      const body = { ...sent, files: files.map(({ file, name }) => ({ file, name })), revision }
      return act.run({ params: { year, meeting: id }, body })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`登记${debriefSides[dual!.side]}的评议结果`}
      confirm="登记"
      onClose={onClose}
    />
  )
}

function Reopen({ year, meeting, onClose }: Props) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/debriefs-reopen', { done: '已收回' })
  const isRecorded = meeting.phase === 'accepted'
  return (
    <ReasonModal
      title={isRecorded ? '收回登记' : '收回计票'}
      what={`${isRecorded ? '各人的登记和台账随之撤回，保留备查；' : ''}纸质票有误的，更正后重新计票；不能更正的，中止这次会议，另行召开。`}
      confirm="收回"
      danger
      act={act}
      run={reason => {
        const body = { reason, revision: meeting.revision }
        return act.run({ params: { year, meeting: meeting.id }, body })
      }}
      onClose={onClose}
    />
  )
}
