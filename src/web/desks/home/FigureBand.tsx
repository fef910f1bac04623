import { useMay } from '../../client/SessionContext.ts'
import { useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Due } from '../year/year.ts'

interface Figure {
  readonly name: string
  readonly value: string
  readonly said: string
  readonly isBad?: boolean
  readonly to?: string | undefined
}

/** Shows four figures: what is late, what waits for a decision, what waits for confirmation, and how far the next date is. */
export function FigureBand({ of }: { readonly of: Due }) {
  const may = useMay()
  const addressOf = useMend()
  const [late] = of.late
  const decides = may('decideFindings') || may('approveYear')
  const figures: readonly Figure[] = [
    late === undefined
      ? { name: '逾期', value: '0项', said: '没有逾期的' }
      : {
          name: '逾期',
          value: `${of.late.length}项`,
          said: `${late.text}${late.days === undefined ? '' : `，最早的已逾期${late.days}天`}`,
          isBad: true,
          to: addressOf(late.mend),
        },
    decides
      ? counted(
          '待裁定和决定',
          of.waiting.filter(one => DECIDED.includes(one.id)),
          addressOf,
          '没有要裁定的',
        )
      : counted('等我办理', of.waiting, addressOf, '没有等我办理的'),
    may('settleRuling')
      ? counted(
          '待确认',
          of.waiting.filter(one => one.id === 'assumed'),
          addressOf,
          '口径都已确认',
        )
      : counted('七天内到期', of.waiting.filter(isSoon), addressOf, '七天内没有到期的'),
    nearest(of, addressOf),
  ]
  return (
    <dl className="figure-band">
      {figures.map(({ name, value, said, isBad, to }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad ? 'figure-value bad' : 'figure-value'}>{value}</dd>
          <dd className="figure-said" title={said}>
            {to === undefined ? said : <GoLink to={to}>{said}</GoLink>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Matters that end with somebody's decision. */
const DECIDED: readonly string[] = ['objections', 'doubled', 'issues', 'approve']

function isSoon({ days }: Due['waiting'][number]): boolean {
  return days !== undefined && days >= 0 && days <= 7
}

function counted(
  name: string,
  items: Due['waiting'],
  addressOf: ReturnType<typeof useMend>,
  none: string,
): Figure {
  const [first] = items
  if (first === undefined) return { name, value: '0项', said: none }
  const value = items.reduce((sum, one) => sum + (one.count ?? 1), 0)
  return { name, value: `${value}项`, said: first.text, to: addressOf(first.mend) }
}

function nearest({ next, waiting }: Due, addressOf: ReturnType<typeof useMend>): Figure {
  const name = '距下一节点'
  const dated = waiting
    .flatMap(one =>
      one.days !== undefined && one.days >= 0 ? [{ ...one, days: one.days, due: one.due! }] : [],
    )
    .toSorted((one, other) => one.days - other.days)[0]
  if (dated !== undefined && (next === undefined || dated.days < next.days))
    return {
      name,
      value: dated.days === 0 ? '今天' : `${dated.days}天`,
      said: `${printDay(dated.due)}：${dated.text}`,
      to: addressOf(dated.mend),
    }
  if (next === undefined) return { name, value: '—', said: '各节点都已完成' }
  return { name, value: `${next.days}天`, said: `${printDay(next.due)}：${next.name}` }
}
