import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../client/SessionContext.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { BackLink } from '../../../kit/BackLink.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Board, Member } from '../routineTypes.ts'
import { stateNames } from '../stateNames.ts'
import { call } from '../../../client/call.ts'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import { BoardHistory } from './BoardHistory.tsx'
import { GradingBoard } from './GradingBoard.tsx'
import { useLedgerLines } from './ledgerLines.ts'
import { QuotaProof } from './QuotaProof.tsx'
import { costOf, describeStanding, draftReason } from './standing.ts'
import { addressOf, type Grading, useGrading } from './useGrading.ts'
import { edgesOf } from './edgesOf.ts'
import '../routine.css'

/** Shows the grading board of a lead unit: graded and submitted by the lead unit, accepted or returned by the committee. (三（二）1) */
export function BoardView({ board }: { readonly board: Board }) {
  const may = useMay()
  const { account } = useSession()
  const grading = useGrading(board)
  const [asked, setAsked] = useState(false)
  const isOwn = account.grants.some(grant => grant.role === 'leadUnit' && grant.unit === board.leadUnit)
  const isOpen = board.state === 'draft' || board.state === 'returned'
  const editable = isOpen && isOwn && may('gradeMembers')
  const last = board.steps.at(-1)
  return (
    <>
      <PageHead
        title={isOwn ? '等次评定' : `${board.leadUnitName}：等次评定`}
        state={<Standing board={board} grading={grading} />}
        actions={
          <>
            {!isOwn && <BackLink to={`/${board.year}/routine`}>返回汇总</BackLink>}
            <Export board={board} />
            {editable && <Submit board={board} grading={grading} onAsk={() => setAsked(true)} />}
            {may('receiveBoards') && <Judge board={board} />}
          </>
        }
      />
      {board.state === 'returned' && last?.step === 'returned' && (
        <Alert className="obstacle" type="warning" showIcon title={`已由${last.by}退回：${last.reason}`} />
      )}
      <Roster board={board} />
      <RefusedNotice error={grading.refused} />
      <QuotaProof board={board} />
      {editable && <DraftAll board={board} grading={grading} />}
      <GradingBoard board={board} grading={grading} editable={editable} asked={asked} />
      <Edges board={board} members={grading.members} />
      <BoardHistory steps={board.steps} />
    </>
  )
}

function Standing({
  board,
  grading: { members, busy },
}: {
  readonly board: Board
  readonly grading: Grading
}) {
  const graded = members.filter(member => member.grade !== null).length
  const reasoned = members.filter(member => member.reason.trim() !== '').length
  const due = board.due === undefined ? '' : `；${printDay(board.due)}前上报`
  return (
    <>
      {stateNames[board.state]}；已评{graded}/{members.length}，写明理由{reasoned}/{members.length}
      {due}
      {busy ? '；正在保存' : ''}
    </>
  )
}

function Submit({
  board,
  grading,
  onAsk,
}: {
  readonly board: Board
  readonly grading: Grading
  readonly onAsk: () => void
}) {
  const { modal } = App.useApp()
  const [explains, setExplains] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/boards/:component/submit', { done: '等次评定已上报' })

  async function submit() {
    onAsk()
    if (!(await grading.save())) return
    const ready = grading.members.every(member => member.grade !== null && member.reason.trim() !== '')
    const send = () => act.run({ ...addressOf(board), body: { revision: board.revision } })
    if (!ready) return void send()
    void modal.confirm({
      title: '上报等次评定？',
      content: '上报后不能改动；需要改动的，请组织考核者退回。',
      okText: '确认上报',
      cancelText: '取消',
      onOk: async () => void (await send()),
    })
  }

  return (
    <>
      <Button type="primary" loading={act.busy} onClick={() => void submit()}>
        上报
      </Button>
      {act.refused?.code === 'boardUnchanged' ? (
        <Button onClick={() => setExplains(true)}>不改，写明理由后上报</Button>
      ) : null}
      <Said error={explains ? undefined : act.refused} onClose={act.forget} />
      <ReasonModal
        open={explains}
        title="退回后没有改动，仍要上报"
        what="理由随这次上报一并送组织考核者。"
        label="不改的理由"
        confirm="上报"
        act={{
          busy: act.busy,
          refused: act.refused?.code === 'boardUnchanged' ? undefined : act.refused,
          forget: () => {},
        }}
        run={reason => act.run({ ...addressOf(board), body: { revision: board.revision, reason } })}
        onClose={() => setExplains(false)}
      />
    </>
  )
}

function Judge({ board }: { readonly board: Board }) {
  const [returning, setReturning] = useState(false)
  const accept = useAct('POST /api/years/:year/units/:unit/boards/:component/accept', {
    done: '已接收，等次已写入年度',
  })
  const giveBack = useAct('POST /api/years/:year/units/:unit/boards/:component/return', { done: '已退回' })
  if (board.state !== 'submitted' && board.state !== 'accepted') return null
  const body = { revision: board.revision }
  return (
    <>
      <Button onClick={() => setReturning(true)}>退回</Button>
      {board.state === 'submitted' && (
        <Button
          type="primary"
          loading={accept.busy}
          onClick={() => void accept.run({ ...addressOf(board), body })}
        >
          接收
        </Button>
      )}
      <Said error={accept.refused} onClose={accept.forget} />
      <ReasonModal
        open={returning}
        title="退回等次评定"
        what={
          board.state === 'accepted'
            ? '已写入年度的等次随之撤回，重新上报并接收后再写入。'
            : '退回后由牵头单位修改，再次上报。'
        }
        confirm="退回"
        danger
        act={giveBack}
        onClose={() => setReturning(false)}
        run={reason => giveBack.run({ ...addressOf(board), body: { ...body, reason } })}
      />
    </>
  )
}

/** Shows the refusal of a header button below the header, at full width. */
function Said({ error, onClose }: { readonly error: Error | undefined; readonly onClose: () => void }) {
  if (error === undefined) return null
  return <Alert className="board-said" type="error" showIcon closable={{ onClose }} title={error.message} />
}

function Export({ board }: { readonly board: Board }) {
  const route = 'GET /api/years/:year/units/:unit/boards/:component/board.xlsx'
  return <SaveAs text="导出" fetch={() => call(route, addressOf(board))} />
}

function Roster({ board: { joined, left, state } }: { readonly board: Board }) {
  if (joined.length + left.length === 0) return null
  const what = [
    joined.length === 0 ? '' : `新增${joined.join('、')}`,
    left.length === 0 ? '' : `不再评定${left.join('、')}`,
  ]
  const next =
    state === 'submitted' || state === 'accepted'
      ? '请组织考核者退回，由牵头单位补评'
      : '名额已按现在的名册重新推算'
  return (
    <Alert
      className="obstacle"
      type="warning"
      showIcon
      title={`名册已变动：${what.filter(Boolean).join('；')}。${next}。`}
    />
  )
}

function DraftAll({ board, grading }: { readonly board: Board; readonly grading: Grading }) {
  const lines = useLedgerLines(board.year)
  const missing = grading.members.filter(
    member => member.grade !== null && !member.own && member.reason.trim() === '',
  )
  if (missing.length < 2) return null
  return (
    <p className="draft-all">
      <Button
        onClick={() => {
          for (const member of missing)
            grading.write(member.unit, draftReason(member, lines.get(member.unit)))
          void grading.save()
        }}
      >
        按台账为{missing.length}个单位拟理由
      </Button>
      <span className="soft">拟好的可以再改。</span>
    </p>
  )
}

/** Shows the members nearest to each grade boundary: of two adjacent grades, those with the closest ledgers. Advisory only. */
function Edges({ board, members }: { readonly board: Board; readonly members: readonly Member[] }) {
  const lines = useLedgerLines(board.year)
  const edges = edgesOf(board.component.grades, members, member => costOf(member, lines.get(member.unit)))
  if (edges.length === 0) return null
  const standing = (member: Member) =>
    describeStanding(member, lines.get(member.unit)).join('，') || '台账没有记录'
  return (
    <section className="edges" aria-labelledby="edges-head">
      <h2 id="edges-head">等次边上的单位</h2>
      <ul>
        {edges.map(({ upper, lower, crossed }) => (
          <li key={`${upper.gradeName} ${lower.gradeName}`}>
            “{upper.gradeName}”中台账较弱的是{upper.member.unitName}（{standing(upper.member)}）；“
            {lower.gradeName}”中台账较好的是
            {lower.member.unitName}（{standing(lower.member)}）。
            {crossed && <strong>后者的台账好于前者，请在理由中写明。</strong>}
          </li>
        ))}
      </ul>
      <p className="soft">台账只是评定的参考，不代替评定。</p>
    </section>
  )
}
