import { Alert } from 'antd'
import { useSession } from '../../client/SessionContext.ts'
import { useDesk } from '../../client/useDesk.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import type { Year } from '../year/year.ts'
import { unitsOf } from './rolesOf.ts'

/** Tells a unit when its results can be seen: before release, after what; after it, a link to its page. */
export function ResultWord({ of }: { readonly of: Year }) {
  const { account } = useSession()
  const page = useDesk()('$year/units/$unit')
  if (!of.released)
    return (
      <section aria-labelledby="result-head">
        <h2 id="result-head">{of.year}年度的结果还没有公布</h2>
        <p>{whenReleased(of)}</p>
      </section>
    )
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
            unitsOf(account).map(({ unit, name }) => (
              <LinkButton key={unit} to={page.replace('$unit', encodeURIComponent(unit))}>
                查看{name}的结果
              </LinkButton>
            ))}
        </>
      }
    />
  )
}

function whenReleased({ state, phase }: Year): string {
  if (state === 'approved') return '结果已经审定，组织考核者公布后即可查看。'
  if (state === 'sealed') return '结果已经汇总封存，正由领导小组审定；审定、公布后即可查看。'
  if (state === 'returned' || state === 'correcting') return '结果正在复核，重新审定、公布后即可查看。'
  const when = phase === 'scored' ? '正在汇总计分，' : '各项考核结束后汇总计分，'
  return `${when}经领导小组审定再向单位公布，公布后即可查看本单位的得分和失分原因。`
}
