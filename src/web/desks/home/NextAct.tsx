import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import { useMend } from '../../client/useDesk.ts'
import { whenIs } from '../../kit/whenIs.ts'
import type { Due, Year } from '../year/year.ts'

/** Shows the year as steps with their dates, and the one next act with its day as a button. */
export function NextAct({ of: { phases }, due }: { readonly of: Year; readonly due: Due }) {
  const now = phases.findIndex(phase => phase.state === 'now')
  return (
    <section className="home-year" aria-label="年度阶段">
      <ol className="stepper bare">
        {phases.map(({ phase, name, state, at }, place) => (
          <li
            key={phase}
            className={`step-${state}${place === now + 1 ? ' step-next' : ''}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="stepper-name">{name}</span>
            <small>{whenOf(state, at, place === now + 1)}</small>
          </li>
        ))}
      </ol>
      <Act due={due} />
    </section>
  )
}

/** Says when a stage began; of the one after now that it comes next, so that nobody reads it as begun. */
function whenOf(state: Year['phases'][number]['state'], at: string | undefined, isNext: boolean): string {
  if (isNext && state === 'ahead') return '接下来'
  if (at === undefined) return state === 'now' ? '现在，进行中' : ''
  const day = printDay(at.slice(0, 10)).replace(/^\d+年/, '')
  return state === 'now' ? `现在，${day}起` : day
}

/** Said to whom nothing waits for. */
export const NOTHING = '现在没有等您办理的事项'

function Act({ due: { waiting, next, phase } }: { readonly due: Due }) {
  const addressOf = useMend()
  const [first] = waiting
  if (first === undefined)
    return (
      <ActLine
        text={NOTHING}
        when={next === undefined ? COMES[phase] : `最近的节点：${next.name}，${printDay(next.due)}截止`}
        to={undefined}
      />
    )
  const { text, due, days, late, mend } = first
  const when =
    due === undefined || days === undefined
      ? undefined
      : `${printDay(due)}${days < 0 ? `，已逾期${-days}天` : `前，${whenIs(days)}`}`
  return <ActLine text={text} when={when} isLate={late} to={addressOf(mend)} />
}

interface ActLineProps {
  readonly text: string
  readonly when: string | undefined
  readonly isLate?: boolean
  readonly to: string | undefined
}

/** Says the next act with its day, with the button that leads to it. */
export function ActLine({ text, when, isLate = false, to }: ActLineProps) {
  return (
    <div className="home-act">
      <p>
        <span className="home-act-head">下一步</span>
        <strong>{text}</strong>
        {when !== undefined && <span className={isLate ? 'bad' : 'soft'}>{when}</span>}
      </p>
      {to !== undefined && <Go to={to} />}
    </div>
  )
}

function Go({ to }: { readonly to: string }) {
  const [path = to, search] = to.split('?')
  if (path.startsWith('/inspect'))
    return (
      <a className="plain-button home-go" href={to}>
        去办理
      </a>
    )
  const asked = search === undefined ? {} : Object.fromEntries(new URLSearchParams(search))
  return (
    <LinkButton type="primary" to={path} search={asked}>
      去办理
    </LinkButton>
  )
}

/** What comes after a phase, for readers for whom nothing waits. */
const COMES: { readonly [P in Due['phase']]: string } = {
  prepared: '准备工作完成后转入日常考核',
  running: '日常考核进行中',
  debriefed: '述职测评结束后汇总计分',
  scored: '各项得分齐全，等组织考核者封存结果，再由领导小组审定',
  sealed: '结果已封存，等领导小组审定',
  approved: '结果已审定，等组织考核者公布和书面反馈',
  fedBack: '已书面反馈，单位按反馈整改',
  rectifying: '单位正在整改',
  published: '结果公示中',
  closed: '本年度已经办结',
}
