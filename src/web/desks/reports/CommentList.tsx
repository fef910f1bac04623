import { Button } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { ReportComment } from './reportTypes.ts'

interface Props {
  readonly of: readonly ReportComment[]
  /** Where a reader may take own comments back. */
  readonly at?: { readonly year: number; readonly unit: string }
  /** Shows the beginning of the paragraph that was commented on. */
  readonly quoted?: boolean
}

/** Lists comments on a paragraph or on the whole report. */
export function CommentList({ of, at, quoted = false }: Props) {
  const act = useAct('POST /api/years/:year/units/:unit/report/comments/:comment/withdraw', {
    done: '批注已撤回',
  })
  if (of.length === 0) return null
  return (
    <>
      <ul className="report-comments bare">
        {of.map(({ id, nth, vetterName, by, at: moment, text, quote, mayWithdraw }) => (
          <li key={id}>
            <span className="soft">
              {by === vetterName ? by : `${vetterName} ${by}`}，<ChineseDate of={moment} />
              ，批第{nth}稿
            </span>
            {quoted && quote !== '' && <q className="soft">{quote}</q>}
            <p>{text}</p>
            {mayWithdraw && at !== undefined && (
              <Button
                type="link"
                size="small"
                loading={act.busy}
                onClick={() => void act.run({ params: { ...at, comment: id }, body: {} })}
              >
                撤回批注
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusedNotice error={act.refused} />
    </>
  )
}
