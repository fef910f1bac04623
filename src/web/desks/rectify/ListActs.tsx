import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { problemFields, reviewFields, sendFields } from '../../../contract/rectify/rectifyFields.ts'
import { choiceField, unitField } from '../../../contract/shape/field.ts'
import { problemStandingNames } from '../../../domain/campaign/rectify/problemState.ts'
import type { Refused } from '../../client/Refused.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { countOf } from '../../kit/table/StateBar.tsx'
import type { PagedList } from '../../kit/table/usePagedList.ts'
import type { ProblemRow, Problems } from './rectifyTypes.ts'

interface Props {
  readonly of: Problems
  readonly list: PagedList<ProblemRow>
}

/** The committee's acts on the whole list: propose, add, review, send. */
export function CommitteeActs({ of, list }: Props) {
  const [open, setOpen] = useState<'add' | 'review' | 'send'>()
  const close = () => setOpen(undefined)
  const drafted = countOf(list, problemStandingNames.drafted, 'standing')
  const reviewed = of.toSend.count
  return (
    <>
      <LinkButton to={`/${of.year}/problems/proposals`}>由结果或核查提出</LinkButton>
      <Button onClick={() => setOpen('add')}>列入一项</Button>
      {drafted > 0 && of.bodies.some(({ waiting }) => waiting > 0) && (
        <Button type={reviewed > 0 ? 'default' : 'primary'} onClick={() => setOpen('review')}>
          研究审核
        </Button>
      )}
      {reviewed > 0 && (
        <Button type="primary" onClick={() => setOpen('send')}>
          下发{reviewed}个问题
        </Button>
      )}
      {open === 'add' && <AddProblem year={of.year} onClose={close} />}
      {open === 'review' && <ReviewAll of={of} onClose={close} />}
      {open === 'send' && <SendAll of={of} onClose={close} />}
    </>
  )
}

interface ModalProps {
  readonly onClose: () => void
}

function AddProblem({ year, onClose }: ModalProps & { readonly year: number }) {
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } })
  const terms = useAnswer('GET /api/years/:year/ledger/terms', { params: { year } })
  const act = useAct('POST /api/years/:year/units/:unit/problems', { done: '已列入，待研究审核' })
  const rows = (terms.data?.rows ?? []).map(({ row, citation, title }) => ({
    value: row,
    label: `${citation} ${title}`,
  }))
  const fields = {
    unit: unitField('单位', { units: roster.data?.units ?? [], lacks: '请选择单位。' }),
    ...problemFields,
    row: choiceField('涉及评分细则的哪一行（可不填）', {
      look: 'search',
      options: rows,
      none: '',
      optional: true,
    }),
  }
  const form = useForm(fields, {
    keep: `problem.${year}`,
    acts: [act],
    send: ({ unit, ...body }) => act.run({ params: { year, unit }, body }),
    after: onClose,
  })
  return <FormModal form={form} title="列入一个问题" confirm="列入" onClose={onClose} />
}

function ReviewAll({ of, onClose }: ModalProps & { readonly of: Problems }) {
  const { year } = of
  const act = useAct('POST /api/years/:year/problems/review', {
    done: ({ count }) => `已审核${count}个问题`,
  })
  const bodies = useAsSeen(of.bodies, act)
  const fields = { body: bodyField(bodies), ...reviewFields }
  const form = useForm(fields, {
    keep: `reviewAll.${year}`,
    start: { body: (bodies.find(({ waiting }) => waiting > 0) ?? bodies[0])?.id ?? '' },
    acts: [act],
    send: body => {
      const mark = bodies.find(({ id }) => id === body.body)?.mark
      return act.run({ params: { year }, body: { ...body, mark } })
    },
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="研究审核问题清单"
      confirm="登记意见"
      what={
        <p>
          对等待这个部门审核的全部草稿登记意见。拟稿人不能审核自己的稿；只审核其中一个的，请打开那个问题。
        </p>
      }
      onClose={onClose}
    />
  )
}

/** Holds what the list showed as the form was opened, so that nothing is done that was not seen; once it was refused for that, as it is now. */
function useAsSeen<T>(now: T, { refused }: { readonly refused: Refused | undefined }): T {
  const [seen, setSeen] = useState(now)
  const hasMoved = refused?.code === 'problemsMoved'
  useEffect(() => {
    if (hasMoved) setSeen(now)
  }, [hasMoved, now])
  return seen
}

/** The field for the body in whose name somebody signs. */
export function bodyField(
  bodies: readonly { readonly id: string; readonly name: string; readonly waiting?: number }[],
) {
  return choiceField('以哪个部门的名义', {
    look: 'radio',
    options: bodies.map(({ id, name, waiting }) => ({
      value: id,
      label: waiting === undefined ? name : `${name}（待您审核${waiting}个）`,
    })),
  })
}

function SendAll({ of, onClose }: ModalProps & { readonly of: Problems }) {
  const { year } = of
  const act = useAct('POST /api/years/:year/problems/send', {
    done: ({ count: sent, units }) => `已向${units}个单位下发${sent}个问题`,
  })
  const { count, mark } = useAsSeen(of.toSend, act)
  const form = useForm(sendFields, {
    keep: `send.${year}`,
    acts: [act],
    send: body => act.run({ params: { year }, body: { ...body, mark } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`下发${count}个问题`}
      confirm="下发"
      what={<p>审核完的问题同时下发给各单位。下发后不能再改写；单位提出异议的，以答复为准。</p>}
      onClose={onClose}
    />
  )
}

interface UnitProps {
  readonly of: Problems
  readonly unit: string
}

/** A unit's acts on its whole list: confirm the receipt, hand in the plans. */
export function UnitActs({ of: { year, own }, unit }: UnitProps) {
  const receive = useAct('POST /api/years/:year/units/:unit/problems/receive', { done: '已确认收到' })
  const handIn = useAct('POST /api/years/:year/units/:unit/problems/hand-in', {
    done: ({ count }) => `已上报${count}个问题的整改方案`,
  })
  const params = { year, unit }
  return (
    <>
      {own.unread > 0 && (
        <Button type="primary" loading={receive.busy} onClick={() => receive.run({ params, body: {} })}>
          确认收到
        </Button>
      )}
      {own.unread === 0 && own.unplanned > 0 && (
        <Button type="primary" loading={handIn.busy} onClick={() => handIn.run({ params, body: {} })}>
          上报整改方案
        </Button>
      )}
      <RefusedNotice error={receive.refused ?? handIn.refused} />
    </>
  )
}
