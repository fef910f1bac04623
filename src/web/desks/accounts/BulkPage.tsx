import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { Choice } from '../../kit/Choice.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { RefusedList } from '../../kit/lists/RefusedRows.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { ByList } from './ByList.tsx'
import { ByRoster } from './ByRoster.tsx'
import { Slips } from './Slips.tsx'
import { useBulk } from './useBulk.ts'
import './accounts.css'

const WAYS = [
  { value: 'unit', text: '按名册：每个单位一个单位账号' },
  { value: 'leadUnit', text: '按名册：每个牵头单位一个账号' },
  { value: 'secretary', text: '按名册：每个单位一个书记账号' },
  { value: 'list', text: '按清单：自己列出' },
] as const

/** Creates accounts in bulk, for the units of the roster (名册) or from a list, and ends with slips of their one-time passwords. */
export function BulkPage() {
  // Accounts of the roster are for those who may grant the roles of units.
  const ofRoster = useMay()('grantRoles')
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>(ofRoster ? 'unit' : 'list')
  const bulk = useBulk()
  const { made, refused, done, total } = bulk
  return (
    <>
      <PageHead
        title="成批开设账号"
        state={
          done === undefined
            ? '每个账号得到一个一次性口令，最后一并打印或保存'
            : `已开设${made.length}个${refused.length > 0 ? `，未开设${refused.length}个` : ''}`
        }
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      <RefusedNotice error={bulk.error} {...(bulk.error !== undefined && { onRetry: bulk.goOn })} />
      {done !== undefined && done < total && <ProgressLine label="正在开设" done={done} total={total} />}
      {done === undefined && (
        <>
          {ofRoster && (
            <p>
              <Choice
                label="怎样开设"
                value={way}
                options={WAYS}
                onChange={text => setWay(text as typeof way)}
              />
            </p>
          )}
          {way === 'list' ? (
            <ByList onStart={bulk.start} />
          ) : (
            <ByRoster key={way} role={way} onStart={bulk.start} />
          )}
        </>
      )}
      {done === total && <RefusedList title={`${refused.length}个不能开设`} of={refused} />}
      {made.length > 0 && <Slips of={made} {...(done === total && { onDone: bulk.forget })} />}
    </>
  )
}
