import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { Answered } from '../../kit/Answered.tsx'
import { printDay } from '../../kit/printDay.ts'
import { whenIs } from '../../kit/whenIs.ts'
import { ActLine, NOTHING } from './NextAct.tsx'

/** Says the next act of an interviewer: the case at hand or the next one, and until when calls are made. */
export function InterviewAct() {
  const of = useAnswer('GET /api/interview', {})
  const address = useDesk()('interview')
  return (
    <Answered of={of}>
      {({ interview, calling, calls, interviews }) => {
        const until = calling && `“${calling.title}”${printDay(calling.ends)}前，${whenIs(calling.days)}`
        const text =
          interview !== undefined
            ? `继续访问手上的个案（${interview.unitName}）`
            : calling !== undefined && calling.days >= 0
              ? '领取下一个个案'
              : NOTHING
        return (
          <section className="home-year" aria-label="下一步">
            <ActLine
              text={text}
              when={text === NOTHING ? '现在没有要访问的调查' : until}
              to={text === NOTHING ? undefined : address}
            />
            <p className="home-act-more soft">
              今天拨打{calls}次，完成{interviews}份
            </p>
          </section>
        )
      }}
    </Answered>
  )
}

/** Says the next act of an administrator: a role that nobody has, or accounts that are locked. */
export function AccountsAct() {
  const may = useMay()
  const address = useDesk()('accounts')
  const all = useAnswer('GET /api/accounts', {})
  const locked = useAnswer('GET /api/accounts', { query: { state: 'locked' } })
  const lacking = all.data?.staffing.find(({ count }) => count === 0)
  const waits =
    lacking !== undefined
      ? `还没有“${lacking.roleName}”的账号`
      : (locked.data?.total ?? 0) > 0
        ? `${locked.data!.total}个账号的登录被锁定`
        : undefined
  if (all.data === undefined || locked.data === undefined) return null
  return (
    <section className="home-year" aria-label="下一步">
      {waits === undefined || !(may('manageAccounts') || may('grantRoles')) ? (
        <ActLine text={NOTHING} when={waits} to={undefined} />
      ) : (
        <ActLine text={waits} when={undefined} to={address} />
      )}
    </section>
  )
}
