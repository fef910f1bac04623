import { Button, Modal } from 'antd'
import { useState } from 'react'
import { countedFromNames } from '../../../contract/ledger/countedFrom.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** Enters in the ledger what is counted from last year's problems and the dual debriefs; shows before what that changes. */
export function CountRecords({ year }: { readonly year: number }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>计入台账</Button>
      {open && <Asked year={year} onClose={() => setOpen(false)} />}
    </>
  )
}

function Asked({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const of = useAnswer('GET /api/years/:year/ledger/counted', { params: { year } })
  const act = useAct('POST /api/years/:year/ledger/counted', {
    done: ({ units, count }) => `已计入台账：${units}个单位，共${count}项`,
  })
  async function run() {
    if ((await act.run({ params: { year }, body: {} })) !== undefined) onClose()
  }
  return (
    <Modal
      open
      title="按今天的情况计入台账"
      okText="计入"
      cancelText="取消"
      okButtonProps={{ disabled: of.data === undefined || of.data.counters.length === 0 }}
      confirmLoading={act.busy}
      mask={{ closable: false }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <p>计入后随台账扣分；核查人员发现更多的，以多的为准。情况有变的，可以再计一次。</p>
      <Answered of={of}>
        {({ counters }) =>
          counters.length === 0 ? (
            <p className="soft">本年度方案没有由上年问题或双述双评计数的台账项目。</p>
          ) : (
            <ul>
              {counters.map(({ counter, from, now, kept }) => (
                <li key={counter}>
                  {countedFromNames[from]}：现有{now.units}个单位{now.count}项，台账已计{kept.count}项
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <RefusedNotice error={act.refused} />
    </Modal>
  )
}
