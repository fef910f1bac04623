import { Link } from '@tanstack/react-router'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { useDesk } from '../../client/useDesk.ts'
import { useYear } from '../../client/useYear.ts'
import { printDay } from '../../kit/printDay.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { AccountsBrief } from './AccountsBrief.tsx'
import { Deeds } from './Deeds.tsx'
import { rolesOf } from './rolesOf.ts'
import { AccountsAct, InterviewAct } from './OwnAct.tsx'
import { YearHome } from './YearHome.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useAnswer } from '../../client/useAnswer.ts'
import { StepList } from '../firstSteps/StepList.tsx'
import './home.css'

/** Shows the home page: what waits for the reader, what is due next and who is late, as far as the roles allow; then what the reader can do here. */
export function HomePage() {
  const { account } = useSession()
  const may = useMay()
  const { year, isReading } = useYear()
  const roles = rolesOf(account)
  const showsYear = may('readYear') && year !== undefined
  const administers = roles.some(role => ['systemAdmin', 'securityAdmin', 'auditAdmin'].includes(role))
  return (
    <>
      <PageHead title="首页" state={<Standing />} />
      <OpenSteps />
      {showsYear && <YearHome roles={roles} />}
      {may('readYear') && year === undefined && !isReading && <NoYear />}
      {may('interview') && <InterviewAct />}
      {administers ? (
        <div className="home">
          <div className="home-main">
            <AccountsAct />
            {may('exportTrail') && <TrailBrief />}
            <Deeds roles={roles} />
          </div>
          <AccountsBrief />
        </div>
      ) : (
        !showsYear && <Deeds roles={roles} />
      )}
    </>
  )
}

/** Shows the reader's role, and the day from which all distances are counted. */
function Standing() {
  const { account } = useSession()
  const { data } = useAnswer('GET /api/years', {}, { when: useMay()('readYear') })
  const roles = account.grants.map(describeGrant).join('；') || '还没有授予角色'
  if (data === undefined) return roles
  return (
    <>
      {roles}，<span className="unbroken">今天是{printDay(data.today)}</span>
    </>
  )
}

function describeGrant({
  roleName,
  unitName,
}: {
  readonly roleName: string
  readonly unitName?: string | undefined
}): string {
  return unitName === undefined ? roleName : `${unitName}（${roleName}）`
}

/** Says that there is no year yet. Those who can open one see the steps above. */
function NoYear() {
  const may = useMay()
  if (may('openYear')) return null
  return <EmptyState title="还没有开启考核年度" what="组织考核者开启年度后，这里显示时间安排和进度。" />
}

/** Shows the first steps on the home page to those who have steps to take, until all are done. */
function OpenSteps() {
  const may = useMay()
  const { data } = useAnswer('GET /api/installation', {}, { when: may('configure') })
  if (data === undefined || data.steps.every(step => step.done)) return null
  const left = data.steps.filter(step => !step.done).length
  return (
    <section aria-label="首次使用">
      <h2>首次使用：还有{left}步</h2>
      <StepList of={data} />
    </section>
  )
}

const SHOWN = 6

/** Shows the last lines of the trail, which the audit administrator's work begins with. */
function TrailBrief() {
  const address = useDesk()('trail')
  const { data } = useAnswer('GET /api/trail', { query: {} })
  if (data === undefined) return null
  return (
    <section aria-labelledby="trail-brief">
      <h2 id="trail-brief">
        最近的留痕
        <span className="home-count">
          {address === undefined ? `共${data.head.seq}条` : <Link to={address}>共{data.head.seq}条</Link>}
        </span>
      </h2>
      <ul className="line-list bare-list home-rows">
        {data.lines.slice(0, SHOWN).map(({ seq, actorName, sentence, at }) => (
          <li key={seq}>
            <span className="home-what">
              {actorName}：{sentence}
            </span>
            <span className="day-words">{printDay(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
