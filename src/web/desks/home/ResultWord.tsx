import { Alert } from 'antd'
import { useSession } from '../../client/SessionContext.ts'
import { useDesk } from '../../client/useDesk.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Year } from '../year/year.ts'
import { unitsOf } from './rolesOf.ts'

/** Tells a unit when its results can be seen: before release, when and after what; after it, a link to its page. */
export function ResultWord({ of }: { readonly of: Year }) {
  const { account } = useSession()
  const desk = useDesk()
  const units = unitsOf(account)
  const page = desk('$year/units/$unit')
  if (of.released) {
    return (
      <Alert
        type="success"
        className="home-word"
        title={`${of.year}年度的结果已经公布`}
        description={
          <>
            <p>
              可以查看综合得分、失分的行和原因、历年结果和结果运用；每一个数字都能打开说明，看到依据的条款和核查情况。
            </p>
            {page !== undefined &&
              units.map(({ unit, name }) => (
                <LinkButton key={unit} type="primary" to={page.replace('$unit', encodeURIComponent(unit))}>
                  查看{name}的结果
                </LinkButton>
              ))}
          </>
        }
      />
    )
  }
  const scheme = desk('$year/scheme')
  return (
    <Alert
      type="info"
      className="home-word"
      title={`${of.year}年度的结果还没有公布`}
      description={
        <>
          <p>{whenReleased(of)}现在可以先看考核方案和时间安排。</p>
          <div className="buttons">
            {scheme !== undefined && <LinkButton to={scheme}>查看考核方案</LinkButton>}
            <LinkButton to={`/${of.year}/year`}>查看时间安排</LinkButton>
          </div>
        </>
      }
    />
  )
}

function whenReleased({ state, timetable }: Year): string {
  if (state === 'approved') return '结果已经审定，组织考核者公布后即可查看。'
  if (state === 'sealed') return '结果已经汇总封存，正由领导小组审定；审定、公布后即可查看。'
  if (state === 'returned' || state === 'correcting') return '结果正在复核，重新审定、公布后即可查看。'
  const last = timetable.toSorted((one, other) => one.due.localeCompare(other.due)).at(-1)
  const until =
    last === undefined ? '各项考核结束后' : `${printDay(last.due)}最后一项考核（${last.name}）结束后`
  return `${until}汇总计分，经领导小组审定再向单位公布，公布后即可查看本单位的得分和失分原因。`
}
