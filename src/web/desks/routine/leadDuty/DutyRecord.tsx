import { Button } from 'antd'
import { useState } from 'react'
import { dutyAnswerFields, dutyObjectionFields } from '../../../../contract/leadDuty/leadDutyFields.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useYear } from '../../../client/useYear.ts'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { printDecimal } from '../../../kit/Points.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { LeadDuty } from '../routineTypes.ts'

interface Props {
  readonly year: number
  readonly record: LeadDuty['records'][number]
}

/** Shows one deduction with the signs it cites, the objection and its answer, and what the reader may do with it. (六（四）) */
export function DutyRecord({ year, record }: Props) {
  const may = useMay()
  const { account } = useSession()
  const [open, setOpen] = useState<'withdraw' | 'object' | 'answer'>()
  const close = () => setOpen(undefined)
  const { unit, unitName, amount, text, citation, reason, cited, foundOn, by, withdrawn } = record
  const { objection, answer, upheld } = record
  const stands = withdrawn === undefined
  const { isSealed } = useYear()
  const isOwn = account.grants.some(grant => grant.unit === unit)
  return (
    <li className={stands ? undefined : 'soft'}>
      <strong>
        {unitName}：扣{printDecimal(amount)}分
      </strong>
      <span>
        {citation}，{text}。理由：{reason}
      </span>
      {cited.map(sign => (
        <span key={sign}>依据：{sign}</span>
      ))}
      <span className="soft">
        <ChineseDate of={foundOn} />，{by}登记
        {!stands && !upheld && `；已由${withdrawn.by}撤回：${withdrawn.why}`}
      </span>
      {objection !== undefined && <span>异议：{objection}</span>}
      {stands && objection !== undefined && answer === undefined && (
        <span className="soft">等待组织考核者答复，封存结果前答复。</span>
      )}
      {answer !== undefined && (
        <span>
          答复：{upheld ? '异议成立' : '维持扣分'}。{answer}
        </span>
      )}
      {stands && !isSealed && (
        <div className="buttons">
          {may('recordLeadDuty') && objection !== undefined && answer === undefined && (
            <Button size="small" type="primary" onClick={() => setOpen('answer')}>
              答复异议
            </Button>
          )}
          {may('replyFindings') && isOwn && objection === undefined && (
            <Button size="small" onClick={() => setOpen('object')}>
              提出异议
            </Button>
          )}
          {may('recordLeadDuty') && (
            <button
              type="button"
              className="text-button"
              aria-label={`撤回${unitName}的扣分`}
              onClick={() => setOpen('withdraw')}
            >
              撤回
            </button>
          )}
        </div>
      )}
      <Withdraw year={year} record={record} open={open === 'withdraw'} onClose={close} />
      {open === 'object' && <ObjectForm year={year} record={record} onClose={close} />}
      {open === 'answer' && <AnswerForm year={year} record={record} onClose={close} />}
    </li>
  )
}

interface ActProps extends Props {
  readonly onClose: () => void
}

function Withdraw({ year, record, open, onClose }: ActProps & { readonly open: boolean }) {
  const act = useAct('POST /api/years/:year/routine/leadDuty/:record/withdraw', { done: '已撤回' })
  const { id, unitName, amount, revision } = record
  return (
    <ReasonModal
      open={open}
      title={`撤回${unitName}的扣分`}
      what={`扣的${printDecimal(amount)}分不再计入，记录仍可查。`}
      confirm="撤回"
      danger
      act={act}
      run={why => act.run({ params: { year, record: id }, body: { reason: why, revision } })}
      onClose={onClose}
    />
  )
}

function ObjectForm({ year, record: { id, unit, unitName, revision }, onClose }: ActProps) {
  const act = useAct('POST /api/years/:year/units/:unit/lead-duty/:record/object', { done: '异议已提出' })
  const form = useForm(dutyObjectionFields, {
    keep: `dutyObjection.${id}`,
    acts: [act],
    send: sent => act.run({ params: { year, unit, record: id }, body: { ...sent, revision } }),
    after: onClose,
  })
  return <FormModal form={form} title={`${unitName}：提出异议`} confirm="提出" onClose={onClose} />
}

function AnswerForm({ year, record: { id, unitName, objection, revision }, onClose }: ActProps) {
  const act = useAct('POST /api/years/:year/lead-duty/:record/answer', { done: '已答复' })
  const form = useForm(dutyAnswerFields, {
    keep: `dutyAnswer.${id}`,
    acts: [act],
    send: sent => act.run({ params: { year, record: id }, body: { ...sent, revision } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${unitName}：答复异议`}
      confirm="答复"
      what={<p>异议：{objection}</p>}
      onClose={onClose}
    />
  )
}
