import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { Plan } from '../roundTypes.ts'
import { addressOfRound } from '../roundWords.ts'

/** Shows the actions on a round: propose, issue, end, reopen, print. */
export function RoundActs({ plan, onPropose }: { readonly plan: Plan; readonly onPropose: () => void }) {
  const may = useMay()
  const { round, assignments } = plan
  const plans = may('planRounds')
  return (
    <>
      {assignments.length > 0 && (
        <LinkButton to={addressOfRound(round.year, round.id, 'schedule')}>打印日程</LinkButton>
      )}
      {plans && round.state === 'drafted' && assignments.length > 0 && (
        <Button onClick={onPropose}>重新拟定</Button>
      )}
      {round.state !== 'drafted' && may('readSheets') && may('readRounds') && assignments.length > 0 && (
        <LinkButton to={addressOfRound(round.year, round.id, 'overview')}>本轮情况</LinkButton>
      )}
      {plans && <Moves plan={plan} />}
    </>
  )
}

function Moves({ plan }: { readonly plan: Plan }) {
  const { round } = plan
  if (round.state === 'drafted') return <Drafted plan={plan} />
  return round.state === 'ended' ? <Reopen plan={plan} back="恢复进行" /> : <Issued plan={plan} />
}

function Drafted({ plan: { round, assignments, faults } }: { readonly plan: Plan }) {
  const { modal } = App.useApp()
  const go = useNavigate()
  const issue = useAct('POST /api/years/:year/rounds/:round/issue', { done: '安排已下达' })
  const drop = useAct('DELETE /api/years/:year/rounds/:round', {
    done: '轮次已删去',
    leave: () => go({ to: `/${round.year}/rounds` }),
  })
  const at = { year: round.year, round: round.id }
  const blocking = faults.filter(fault => fault.blocks).length
  const warnings = faults.length - blocking

  async function send() {
    const said = await issue.run({ params: at, body: { revision: round.revision } })
    if (said === undefined)
      void modal.error({
        title: '没有下达',
        content: '安排里还有必须改正的问题，或已被他人改动；请看右侧的问题后再试。',
      })
  }

  function ask() {
    void modal.confirm({
      title: `下达“${round.name}”`,
      content: `${assignments.length}个单位。下达后，核查人员和单位都能看到各自的安排${warnings > 0 ? `；还有${warnings}处提醒` : ''}。`,
      okText: '下达',
      cancelText: '取消',
      onOk: send,
    })
  }

  function askDrop() {
    void modal.confirm({
      title: `删去“${round.name}”`,
      content: `其中的 ${assignments.length} 项安排一并删去，不能恢复。`,
      okText: '删去',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => drop.run({ params: at, query: { revision: String(round.revision) } }),
    })
  }

  return (
    <>
      <Button danger onClick={askDrop}>
        删去
      </Button>
      <Button
        type="primary"
        disabled={assignments.length === 0 || blocking > 0}
        loading={issue.busy}
        onClick={ask}
      >
        下达
      </Button>
    </>
  )
}

function Issued({ plan }: { readonly plan: Plan }) {
  const { round, assignments } = plan
  const [open, setOpen] = useState(false)
  const end = useAct('POST /api/years/:year/rounds/:round/end', { done: '轮次已结束' })
  const left = assignments.filter(one => one.state === 'planned').length
  const input = (reason: string) => ({
    params: { year: round.year, round: round.id },
    body: { revision: round.revision, reason },
  })
  return (
    <>
      {round.done === 0 && <Reopen plan={plan} back="退回拟定" />}
      <Button loading={end.busy} onClick={() => (left > 0 ? setOpen(true) : void end.run(input('')))}>
        结束本轮
      </Button>
      <ReasonModal
        open={open}
        title={`结束“${round.name}”`}
        what={`还有 ${left} 个单位没有核查。`}
        confirm="结束"
        act={end}
        run={reason => end.run(input(reason))}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

function Reopen({ plan: { round }, back }: { readonly plan: Plan; readonly back: string }) {
  const [open, setOpen] = useState(false)
  const reopen = useAct('POST /api/years/:year/rounds/:round/reopen', { done: '轮次已重新打开' })
  const input = (reason: string) => ({
    params: { year: round.year, round: round.id },
    body: { revision: round.revision, reason },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{back}</Button>
      <ReasonModal
        open={open}
        title={`${back}：${round.name}`}
        confirm={back}
        act={reopen}
        run={reason => reopen.run(input(reason))}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
