import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'

/** 作废: only before there is a seed, and with a reason that stays. */
export function AbandonDraw({ year, draw }: { readonly year: number; readonly draw: string }) {
  const [open, setOpen] = useState(false)
  const act = useAct('POST /api/years/:year/draws/:draw/abandon', { done: '这次抽签已作废' })
  async function abandon(reason: string) {
    if ((await act.run({ params: { year, draw }, body: { reason } })) !== undefined) setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>作废</Button>
      <ReasonModal
        open={open}
        title="作废这次抽签"
        what="还没有种子的抽签可以作废，理由和名单仍然保留；有了种子就不能作废。"
        confirm="作废"
        danger
        busy={act.busy}
        refused={act.refused}
        onConfirm={reason => void abandon(reason)}
        onCancel={() => setOpen(false)}
      />
    </>
  )
}
