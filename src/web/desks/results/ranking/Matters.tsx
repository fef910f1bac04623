import { Alert } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDesk } from '../../../client/useDesk.ts'
import type { Ranking } from '../resultTypes.ts'

/** Lists matters that need attention: what blocks scoring, what the committee must decide, which rulings (口径) are unconfirmed. */
export function Matters({
  ranking,
  onAsk,
}: {
  readonly ranking: Ranking
  readonly onAsk: (unit: string, at: string) => void
}) {
  const { blockers, issues, assumed, year } = ranking
  const [open, setOpen] = useState(false)
  const desk = useDesk()
  const [decisions, scheme] = [desk('$year/decisions'), desk('$year/scheme')]
  if (blockers.length > 0) {
    return (
      <Alert
        type="error"
        showIcon
        className="matters"
        title="还不能计分"
        description={
          <>
            <ul>
              {blockers.map(blocker => (
                <li key={blocker}>{blocker}</li>
              ))}
            </ul>
            <Link to={`/${year}/year`}>到年度进展查看还缺什么</Link>
          </>
        }
      />
    )
  }
  if (issues.length === 0 && assumed.length === 0) return null
  return (
    <Alert
      type="warning"
      className="matters"
      title={
        <button
          type="button"
          className="matters-toggle"
          data-may-wrap
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {summary(issues, assumed.length)}
          <span>{open ? '收起' : '查看'}</span>
        </button>
      }
      description={
        open && (
          <>
            <p className="buttons">
              {decisions !== undefined && issues.length > 0 && <Link to={decisions}>去研究决定</Link>}
              {scheme !== undefined && assumed.length > 0 && (
                <Link to={scheme} search={{ part: 'rulings' } as never}>
                  去确认口径
                </Link>
              )}
            </p>
            <ul>
              {issues.slice(0, MOST).map((issue, at) => (
                <li key={at}>
                  {issue.unit === undefined ? (
                    issue.text
                  ) : (
                    <button
                      type="button"
                      className="ask"
                      data-may-wrap
                      onClick={() => onAsk(issue.unit!, placeOf(issue))}
                    >
                      {issue.unitName ?? issue.unit}：{issue.text}
                    </button>
                  )}
                </li>
              ))}
              {issues.length > MOST && <li>另有{issues.length - MOST}件，见各单位的页面。</li>}
            </ul>
          </>
        )
      }
    />
  )
}

const MOST = 30

/** Kinds that are put right by entering what lacks, not by a decision. */
const LACKS: readonly string[] = ['missingComponent', 'noAppraisee', 'historyMissing']

function summary(issues: Ranking['issues'], assumed: number): string {
  const lacks = issues.filter(issue => LACKS.includes(issue.kind)).length
  const told = [
    issues.length > lacks ? `有${issues.length - lacks}项须研究决定` : '',
    lacks > 0 ? `有${lacks}项缺项` : '',
    assumed > 0 ? `影响得分的口径有${assumed}条暂按默认、尚未确认` : '',
  ]
  return `${told.filter(text => text !== '').join('；')}。`
}

function placeOf({ row, component, kind }: Ranking['issues'][number]): string {
  return row ?? component ?? (kind === 'tieAcrossEdge' ? 'standing' : 'result')
}
