import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../../client/SessionContext.ts'
import { useAct } from '../../client/useAct.ts'
import { useMay } from '../../client/useMay.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { KeepRefused } from '../../kit/form/KeepRefused.tsx'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import type { Consequence, ConsequenceList } from './consequence.ts'
import { ReplyForm } from './ReplyForm.tsx'
import { ServeForm } from './ServeForm.tsx'

interface Props {
  readonly year: number
  readonly one: Consequence
  readonly list: ConsequenceList
}

/** Shows the notice and reply: to whom, when and by whom it was served, the reply, and the form for the next step. */
export function NoticePart({ year, one, list }: Props) {
  const may = useMay()
  const { account } = useSession()
  const { notice } = one
  const [withdrawing, setWithdrawing] = useState(false)
  const withdraw = useAct('POST /api/years/:year/units/:unit/consequences/:rule/notice/withdraw', {
    done: '送达登记已撤回，请重新登记',
  })
  const isOwn = account.grants.some(grant => grant.unit === one.unit)
  const mayReply = may('replyNotice') && (isOwn || may('serveNotice'))
  const isUnreplied = notice !== undefined && notice.reply === undefined
  const serves = notice === undefined && may('serveNotice') && list.mayServe
  return (
    <>
      {notice !== undefined ? (
        <Served notice={notice} onWithdraw={may('serveNotice') ? () => setWithdrawing(true) : undefined} />
      ) : (
        !serves && (
          <p className="soft">
            {may('serveNotice') ? (list.whyNot ?? '现在不能送达通知。') : '通知还没有送达。'}
          </p>
        )
      )}
      <KeepRefused open={serves}>
        <ServeForm year={year} one={one} />
      </KeepRefused>
      <KeepRefused open={isUnreplied && mayReply}>
        <ReplyForm year={year} one={one} />
      </KeepRefused>
      {isUnreplied && !mayReply && <p className="soft">单位还没有回复。</p>}
      <ReasonModal
        open={withdrawing}
        title="撤回送达登记"
        what="撤回后这一项回到待送达，请按实际情况重新登记；单位回复以后不能撤回。"
        confirm="撤回"
        act={withdraw}
        run={reason =>
          withdraw.run({
            params: { year, unit: one.unit, rule: one.rule },
            body: { reason, revision: notice?.revision ?? 0 },
          })
        }
        onClose={() => setWithdrawing(false)}
      />
    </>
  )
}

interface ServedProps {
  readonly notice: NonNullable<Consequence['notice']>
  readonly onWithdraw: (() => void) | undefined
}

function Served({ notice, onWithdraw }: ServedProps) {
  return (
    <dl className="facts">
      <Fact name="送达日期">
        <ChineseDate of={notice.servedOn} />
      </Fact>
      <Fact name="送达对象">{notice.to}</Fact>
      {notice.text !== '' && (
        <Fact name="通知内容" className="typed-text">
          {notice.text}
        </Fact>
      )}
      <Fact name="登记">
        {notice.servedBy}，<ChineseDate of={notice.servedAt} />
        {onWithdraw !== undefined && notice.reply === undefined && (
          <Button type="link" size="small" onClick={onWithdraw}>
            登记有误，撤回
          </Button>
        )}
      </Fact>
      {notice.reply !== undefined && (
        <Fact name="回复">
          <span className="typed-text">{notice.reply}</span>
          <span className="soft-line">
            {notice.repliedBy}，<ChineseDate of={notice.repliedAt} />
          </span>
        </Fact>
      )}
    </dl>
  )
}
