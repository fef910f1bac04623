import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ActLine, NOTHING } from './ActLine.tsx'

/** Says the next act of an interviewer: the case at hand or the next one, and until when calls are made. */
export function InterviewAct() {
  const of = useAnswer('GET /api/interview', {})
  const address = useDesk()('interview')
  return (
    <Answered of={of}>
      {({ interview, calling, calls, interviews }) => {
        const text =
          interview !== undefined
            ? `继续访问手上的个案（${interview.unitName}）`
            : calling !== undefined && calling.days >= 0
              ? '领取下一个个案'
              : NOTHING
        return (
          <section aria-label="下一步">
            <ActLine
              text={text}
              who={calling === undefined ? '现在没有要访问的调查' : `“${calling.title}”`}
              day={
                calling && { year: Number(calling.ends.slice(0, 4)), due: calling.ends, days: calling.days }
              }
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

/** Says the next act of an administrator: a role that nobody has, accounts that are locked, or the trail to go through. */
export function AccountsAct() {
  const may = useMay()
  const desk = useDesk()
  const all = useAnswer('GET /api/accounts', {})
  if (all.data === undefined) return null
  const locked = all.data.accounts.filter(({ lockedMinutes }) => lockedMinutes > 0).length
  const lacking = all.data.staffing.find(({ count }) => count === 0)
  const waits =
    lacking !== undefined
      ? `开设“${lacking.roleName}”的账号：还没有人担任`
      : locked > 0
        ? `处理${locked}个登录被锁定的账号`
        : undefined
  const isHis = may('manageAccounts') || may('grantRoles')
  return (
    <section aria-label="下一步">
      {isHis && waits !== undefined ? (
        <ActLine text={waits} to={desk('accounts')} />
      ) : may('exportTrail') ? (
        <ActLine text="查阅留痕，核对是否完整" to={desk('trail')} />
      ) : (
        <ActLine text={NOTHING} to={undefined} />
      )}
    </section>
  )
}
