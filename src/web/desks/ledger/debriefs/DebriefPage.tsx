import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { describePart } from '../../../../contract/ledger/debriefColumns.ts'
import {
  debriefMarks,
  debriefPosts,
  DEBRIEF_SIDES,
  debriefSides,
  type DebriefSide,
  debriefVoters,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Fact } from '../../../kit/Fact.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { addressOfMeeting } from '../../meetings/meetingTypes.ts'
import { entryAt } from '../addresses.ts'
import { useKeeps } from '../useOwnUnit.ts'
import { GuidanceForm, HoldForm, PersonForm } from './DebriefForms.tsx'
import type { Debrief } from './debriefTypes.ts'

/** Shows the debriefs of one person with their reviews, and the guidance given. */
export function DebriefPage() {
  const { debrief } = useParams({ strict: false }) as { readonly debrief: string }
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/debriefs', { params: { year }, query: { of: debrief } })
  return (
    <AnsweredPage title="双述双评对象" of={answer}>
      {({ year: of, sides, people: [person] }) =>
        person === undefined ? (
          <>
            <PageHead title="双述双评对象" />
            <EmptyState
              title="没有这名双述双评对象"
              what="可能已经撤下，请返回名单查看。"
              next={<LinkButton to={`/${of}/dualDebriefs`}>返回名单</LinkButton>}
            />
          </>
        ) : (
          <Shown key={person.id} year={of} of={person} sides={sidesOf(sides, person)} />
        )
      }
    </AnsweredPage>
  )
}

interface Props {
  readonly year: number
  readonly of: Debrief
}

/** The debriefs asked for, and any other that was recorded before. */
function sidesOf(asked: readonly DebriefSide[], of: Debrief): readonly DebriefSide[] {
  return DEBRIEF_SIDES.filter(side => asked.includes(side) || of[side].heldOn !== undefined)
}

function Shown({ year, of, sides }: Props & { readonly sides: readonly DebriefSide[] }) {
  const may = useMay()
  const { account } = useSession()
  const keeps = useKeeps(of.unit)
  const guides =
    may('guideDebriefs') && account.grants.some(({ role, unit }) => role === 'secretary' && unit === of.unit)
  const [open, setOpen] = useState<DebriefSide | 'person' | 'guide' | 'withdraw'>()
  const [undone, setUndone] = useState<DebriefSide>()
  const close = () => setOpen(undefined)
  const next = sides.find(side => of[side].heldOn === undefined && of[side].meeting === undefined)
  const isHeld = sides.some(side => of[side].heldOn !== undefined)
  return (
    <>
      <PageHead
        title={of.name}
        state={`${of.unitName}，${of.branch}${debriefPosts[of.post]}`}
        actions={
          <>
            {guides && (
              <Button type="primary" onClick={() => setOpen('guide')}>
                记录督查指导
              </Button>
            )}
            {keeps && <Button onClick={() => setOpen('person')}>更正对象和计划</Button>}
            {keeps && !isHeld && <Button onClick={() => setOpen('withdraw')}>撤下</Button>}
            <BackLink to={`/${year}/dualDebriefs`}>返回名单</BackLink>
          </>
        }
      />
      {sides.map(side => (
        <section key={side} aria-label={debriefSides[side]}>
          <h2>{debriefSides[side]}</h2>
          <Part year={year} of={of} side={side} />
          <div className="buttons">
            {keeps && of[side].meeting === undefined && (
              <Button type={side === next ? 'primary' : 'default'} onClick={() => setOpen(side)}>
                {of[side].heldOn === undefined ? '登记述职评议' : '更正登记'}
              </Button>
            )}
            {keeps && of[side].meeting === undefined && of[side].entry !== undefined && (
              <Button onClick={() => setUndone(side)}>撤回登记</Button>
            )}
          </div>
        </section>
      ))}
      <section aria-label="督查指导">
        <h2>督查指导</h2>
        {of.guidance === '' ? (
          <p className="soft">党组（党委）书记还没有记录督查指导情况。</p>
        ) : (
          <>
            <p className="typed-text">{of.guidance}</p>
            <p className="soft">
              {of.guidedBy}，<ChineseDate of={of.guidedOn} />
            </p>
          </>
        )}
      </section>
      {open === 'person' && <PersonForm year={year} unit={of.unit} sides={sides} of={of} onClose={close} />}
      {open === 'guide' && <GuidanceForm year={year} of={of} onClose={close} />}
      {(open === 'superior' || open === 'members' || open === 'together') && (
        <HoldForm year={year} of={of} side={open} onClose={close} />
      )}
      <Withdraw year={year} of={of} open={open === 'withdraw'} onClose={close} />
      {sides.map(side => (
        <Undo
          key={side}
          year={year}
          of={of}
          side={side}
          open={undone === side}
          onClose={() => setUndone(undefined)}
        />
      ))}
    </>
  )
}

function Part({ year, of, side }: Props & { readonly side: DebriefSide }) {
  const may = useMay()
  const { before, voters, marks, meeting, entry, standing, heldOn } = of[side]
  return (
    <dl className="facts">
      <Fact name="情况">
        <span className={standing === 'late' ? 'bad' : undefined}>{describePart(of[side])}</span>
      </Fact>
      {before !== undefined && <Fact name="向谁述职">{before}</Fact>}
      {voters !== undefined && (
        <Fact name="参加评议">
          {debriefVoters[side].map((name, at) => `${name}${voters[at]}人`).join('，')}
        </Fact>
      )}
      {heldOn !== undefined && (
        <Fact name="评议结果">
          {marks?.map((count, at) => `${debriefMarks[at]}${count}票`).join('，') ??
            '有效票太少，按口径不公开'}
        </Fact>
      )}
      {meeting !== undefined && <Fact name="票数来源">会议投票，由计票登记</Fact>}
      {meeting !== undefined && may('readMeetings') && (
        <Fact name="会议">
          <Link to={addressOfMeeting(year, meeting)}>查看会议</Link>
        </Fact>
      )}
      {entry !== undefined && (
        <Fact name="台账">
          <Link to={entryAt(year, of.unit, entry)}>查看台账和佐证</Link>
        </Fact>
      )}
    </dl>
  )
}

/** Withdraws the ledger entry of a debrief, and with it what was recorded of the debrief. */
function Undo({
  year,
  of,
  side,
  open,
  onClose,
}: Props & { readonly side: DebriefSide; readonly open: boolean; readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/units/:unit/entries/:entry/withdraw', { done: '已撤回' })
  const { entry } = of[side]
  if (entry === undefined) return null
  return (
    <ReasonModal
      open={open}
      title={`撤回${of.name}${debriefSides[side]}的登记`}
      what="台账随之撤回，保留备查；这次述职评议按没有举行算，可以重新登记。"
      confirm="撤回"
      danger
      act={act}
      run={reason => act.run({ params: { year, unit: of.unit, entry }, body: { reason } })}
      onClose={onClose}
    />
  )
}

function Withdraw({
  year,
  of,
  open,
  onClose,
}: Props & { readonly open: boolean; readonly onClose: () => void }) {
  const navigate = useNavigate()
  const act = useAct('POST /api/years/:year/units/:unit/debriefs/:debrief/withdraw', { done: '已撤下' })
  async function run(reason: string) {
    const params = { year, unit: of.unit, debrief: of.id }
    const done = await act.run({ params, body: { reason, revision: of.revision } })
    if (done !== undefined) await navigate({ to: `/${year}/dualDebriefs` })
    return done
  }
  return (
    <ReasonModal
      open={open}
      title={`撤下${of.name}`}
      what="只能撤下还没有述职评议的；撤下的理由留痕可查。"
      confirm="撤下"
      danger
      act={act}
      run={run}
      onClose={onClose}
    />
  )
}
